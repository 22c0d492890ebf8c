"""Where a page may come into the data otherwise than by a rule, each with its reason.

Every entry is used: one that is not needed any more makes a test fail. A door that shows something to somebody
does not belong here; give the queryset a rule instead.
"""

# Kinds of modules that act on the whole by their nature and show nothing to anybody.
CLASSES_OF_MODULE = {
    "migrations": "they change tables, before any reader comes",
    "actions": "a deed gets its row from a page that found it by a rule, and locks, counts and writes on the whole;"
    " what it hands back to a page is looked at (RETURNS)",
    "counting": "counts people for disclosure.py: only protected snapshots come out (P10)",
    "retention": "takes away what had its time, whoever it belongs to",
    "invariants": "looks for rows that may not exist, and says how many",
    "derived": "keeps on a row what its ledger says, and shows nothing to anybody",
    "example": "plants invented people in an empty town",
}

_OWN_ACCOUNT = "rows of a library, which has no rules: those of one person, who is logged in"
_SENDER = "the sender of mail works on the letters of everybody and shows none of them"
_NIGHT = "the night looks over every organisation: what it finds lies at a desk by `Duty`, which has a rule"
_PICTURE = "the picture of a page that was opened by a rule: the same to everybody (P2)"
_SECRET = "whoever holds the secret in this address may; it leads to this one row"

# `Model.first_call`, wherever it stands; or `path: Model.first_call`, at that one place.
DOORS = {
    "everything=": "the registry of reports counts and sets aside by key; what is shown of a row is asked of its rule",
    "CalendarAddress.by_token": _SECRET,
    "Gathering.drawn_for": _PICTURE,
    "KnownBrowser.holding": _SECRET,
    "PanelMember.parties_of": "which kinds of people sit in a panel, never who",
    "Question.about": "the questions of a call or story that was found by a rule",
    "Reading.fresh": "beside a figure everybody reads the same: agreed, fresh, not set aside, its community open (P3)",
    "SignUp.by_code": _SECRET,
    "Snapshot.newest": "numbers that went through disclosure.py, for a community that was found by a rule",
    "StatusChange.drawn_for": _PICTURE,
    "Stewardship.drawn_in": _PICTURE,
    "Tender.drawn_in": _PICTURE,
    "Trajectory.drawn_in": _PICTURE,
    "User.kept_alone_by": "a rule that takes the reader; it stands on the manager of accounts, as all of theirs do",
    "User.kept_by": "a rule that takes the reader; it stands on the manager of accounts, as all of theirs do",
    "communities/accounts/models.py: related_model.filter": "the inside of the rule `kept_alone_by`",
    "User.get_by_key": "a signed key that the site itself gave to this person",
    "communities/accounts/reads.py: Authenticator.filter": _OWN_ACCOUNT,
    "communities/accounts/reads.py: Session.filter": _OWN_ACCOUNT,
    "communities/accounts/reads.py: UserSession.filter": _OWN_ACCOUNT,
    "communities/accounts/second_factor.py: Authenticator.filter": _OWN_ACCOUNT,
    "communities/admission/views.py: Invitation.usable": _SECRET,
    "communities/figures/imports/figures.py: .cursor": "fast copy of public figures into PostgreSQL",
    "communities/management/commands/appoint.py: User.create_user": "who runs the machine appoints the first administrator",
    "communities/management/commands/appoint.py: User.filter": "who runs the machine appoints the first administrator",
    "communities/recovery/views.py: RecoveryCode.open": _SECRET,
    "config/website/patience.py: .cursor": "sets how long a question may take; it asks nothing of the data",
    "stories/reading/where_used.py: Story.teachable": "a condition on lessons that were found by the story of this teller",
    "communities/rights/standing.py: .cursor": "what the reader is today, in one query: the ground of every rule",
    "config/website/health/checks.py: .cursor": "asks whether the database answers",
    "config/website/health/pulse.py: Letter.create": "the test mail of who installs the site, to the address they typed",
    "config/website/mail/at_once.py: Letter.create": _SENDER,
    "config/website/mail/at_once.py: Letter.filter": _SENDER,
    "config/website/mail/at_once.py: Notice.filter": "marks news as being in a letter, and shows none",
    "config/website/mail/at_once.py: Notice.for_at_once": "who has news at all; what it says is composed under that person's rights",
    "config/website/mail/at_once.py: User.filter": "who wants mail; each is composed under their rights",
    "config/website/mail/digest.py: Letter.create": _SENDER,
    "config/website/mail/digest.py: Letter.filter": _SENDER,
    "config/website/mail/digest.py: Notice.for_the_digest": "who has news at all; what it says is composed under that person's rights",
    "config/website/mail/digest.py: User.filter": "whose rhythm allows a mail today; each is composed under their rights",
    "config/website/mail/letters.py: Letter.create": _SENDER,
    "config/website/mail/letters.py: Letter.filter": _SENDER,
    "config/website/mail/letters.py: Letter.select_for_update": _SENDER,
    "config/website/mail/letters.py: Letter.undelivered": _SENDER,
    "config/website/mail/letters.py: Letter.waiting": _SENDER,
    "config/website/mail/letters.py: User.filter": "whose letter this is, by the address it goes to",
    "config/website/mail/letters.py: ~notices.update": "news of a letter that could not be sent is free again",
    "config/website/my_data/own_data.py: model.filter": "a person's own rows, by the field register",
    "config/website/nightly/desks.py: Answer.filter": _NIGHT,
    "config/website/nightly/desks.py: Membership.filter": _NIGHT,
    "config/website/nightly/desks.py: SupportReply.filter": _NIGHT,
    "config/website/nightly/retention_run.py: Letter.create": "the mail that an account ends, to its owner",
    "config/website/nightly/retention_run.py: Letter.filter": "whether such a mail went out",
    "config/website/nightly/retention_run.py: Session.filter": "sessions that are over are deleted",
    "config/website/nightly/retention_run.py: User.annotate": "accounts that sleep are warned and ended",
    "stories/listening/views.py: Story.written_for": "whether there is one, of a member the reader assists; none is shown",
    "stories/paper/forms.py: StoryKey.blank": "whether a sheet of this call is still empty; nothing stands on it",
    "stories/reading/where_used.py: StoryCitation.of_story": "for its teller: a closed door is told by kind, never by title",
    "stories/reading/where_used.py: model.filter": "for its teller: a closed door is told by kind, never by title",
    "stories/telling/models/story.py: ~media.all": "the fingerprint of a story is of all that it shows",
    "trajectories/continuity/community_timeline.py: ~status_changes.all": _PICTURE,
    "trajectories/planning/invitation_checklist.py: ~hours.all": "hours are as public as their place, found by a rule",
    "trajectories/planning/views.py: User.taking_part_in": "whether anybody else takes part; nobody is shown",
    "trajectories/practice/models.py: ~meetings.aggregate": "the rhythm of a circle is public, its content is not",
    "trajectories/trajectory/reportable.py: User.carrying": "whom a report about a group is told to",
    "volunteers/initiatives/reportable.py: User.carrying": "whom a report about a group is told to",
}

# Words that are also the name of a relation, and here are something else: lists, numbers, texts.
VALUES = {
    "communities/site/edit_conflict.py": {"choices": "of a field"},
    "stories/custody/rules.py": {"receipts": "keys of the session"},
    "stories/paper/forms.py": {"answers": "a form in a form"},
    "stories/paper/views.py": {"answers": "a form in a form"},
    "stories/telling/views/telling.py": {"receipts": "keys of the session"},
    "trajectories/continuity/history.py": {"changes": "a list"},
    "trajectories/networks/panels.py": {"introduced": "protected numbers"},
    "trajectories/pages/views.py": {"changes": "a list"},
    "trajectories/picture/draw.py": {"gatherings": "beads to draw", "tenders": "days to draw"},
    "trajectories/picture/words.py": {"funding": "a lane to draw"},
    "trajectories/table/reportable.py": {"insights": "a text"},
    "trajectories/table/views.py": {"insights": "a text"},
    "volunteers/pages/views.py": {"changes": "a list"},
}

# Functions of deeds that hand rows they found by no rule to whoever calls them.
RETURNS = {
    "communities/duties/actions.py: groups_without_guide": "of the night, which brings them to a desk",
    "stories/meaning/actions/together.py: members_to_tell": "whom a notice goes to, when a round is told back",
    "trajectories/introductions/actions.py: ask_whether_it_helped": "of the night, which says how many it asked",
    "trajectories/networks/actions.py: ask_to_look_back": "of the night, which says how many it asked",
    "stories/meaning/actions/together.py: stories_of": "for deeds: whether all that is cited is still shared",
}
