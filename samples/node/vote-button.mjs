// The code under test: a button that votes for an issue, and says how many votes there are.
export class VoteButton {
  constructor(jira, issue) {
    this.jira = jira;
    this.issue = issue;
  }

  async click() {
    try {
      await this.jira.issueVotes.addVote({ issueIdOrKey: this.issue });
      return `${(await this.jira.issueVotes.getVotes({ issueIdOrKey: this.issue })).votes} votes`;
    } catch (error) {
      if (error.status === 404) return 'voting is off';
      throw error;
    }
  }
}
