import pytest
from jira import JIRA
from vote_button import VoteButton


@pytest.fixture
def button(site):
    return VoteButton(JIRA(server=site.url, basic_auth=("mia@example.com", "mia-token"), max_retries=0), "MKY-1")


def test_two_clicks_are_one_vote(site, button):
    assert button.click() == "1 votes"
    assert button.click() == "1 votes"

    asked = site.control("GET", "/requests?operation=jira.votes.add")["requests"]
    assert [(request["who"], request["status"]) for request in asked] == [("Mia Krystof", 204), ("Mia Krystof", 204)]


def test_where_voting_is_switched_off_the_button_says_so(site, button):
    assert button.click() == "1 votes"

    site.control("PATCH", "/settings", {"jira.votingEnabled": False})

    assert button.click() == "voting is off"
