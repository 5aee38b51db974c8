"""The plan on which rules about goals show themselves: nothing is wrong with it until one of them takes a part away."""

SOUND_PLAN = """\
goals:
  goals:
    - {id: stores, text: Stores that list us, baseline: 12, target: 40, actual: 25, due: 2026-12-31}
  strategies:
    - id: north
      text: Win the northern region first
      serves: [stores]
      measures: [{id: regions, text: Regions visited, target: 5, owner: lin-yue}]
      actions: [{id: visit, text: Present in the north, owner: lin-yue, due: 2026-07-10}]
"""
