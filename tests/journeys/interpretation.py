"""The pages of what is made together, for the walk through every page."""

FOR_ALL = [
    "/gemeenschap/kanaalbuurt/samen-gelezen/",
    "/gemeenschap/kanaalbuurt/lessen/",
    "/waarneming/1/",
    "/bundel/1/",
    "/leessessie/1/",
    "/verslag/1/",
    "/ronde/1/",
    "/les/1/",
    "/duiding/1/",
]


def for_writers(draft):
    """The forms that Naïma, who wrote the report, can open."""
    begin = "/gemeenschap/kanaalbuurt/begin/"
    parts = ("woorden", "verhaal", "waarneming", "sessie", "patroon")
    return [
        *(f"{begin}{kind}/" for kind in ("waarneming", "bundel", "sessie", "verslag", "ronde", "les")),
        *(f"/verslag/1/deel/{part}/" for part in parts),
        *FOR_ALL,
        "/samen/verslag/1/aanpassen/",
        "/samen/waarneming/1/verhaal/",
        "/waarneming/1/uitleg/",
        "/bundel/1/thema/",
        "/bundel/1/signaal/",
        "/buurt/BU99010101/duiding/homes/",
        f"/vertellen/{draft.uuid}/zes-vragen/",
    ]
