"""The code under test: a button that votes for an issue, and says how many votes there are."""
from jira import JIRA, JIRAError


class VoteButton:
    def __init__(self, jira: JIRA, issue: str):
        self.jira = jira
        self.issue = issue

    def click(self) -> str:
        try:
            self.jira.add_vote(self.issue)
            return f"{self.jira.votes(self.issue).votes} votes"
        except JIRAError as error:
            if error.status_code == 404:
                return "voting is off"
            raise
