"""Phrases of the site's pages."""

from kamgen.wording.chinese import account_page

PHRASES: dict[str, str] = {
    **account_page.PHRASES,
    # Lists
    "Filter the list": "筛选列表",
    "all": "全部",
    "Show all": "显示全部",
    "Segment": "客户细分",
    # Navigation; the portfolio and the explanations say their own names
    "Calendar": "作战地图",
    "Needs and white space": "需求与空白",
    "Losses": "流失",
    "Findings": "检查结果",
    "Programme": "体系成熟度",
}
