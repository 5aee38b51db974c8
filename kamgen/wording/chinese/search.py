"""Phrases of the search."""

PHRASES: dict[str, str] = {
    "Search": "搜索",
    "Search all accounts": "搜索全部客户",
    "Close": "关闭",
    "Results": "搜索结果",
    "1 result": "1 条结果",
    "{count} results": "{count} 条结果",
    "and {count} more": "另有 {count} 条",
    "Nothing found. Every word must occur; fewer or shorter words find more.": (
        "没有找到。结果须包含每个词，可减少或缩短搜索词。"
    ),
    "Loading the search index…": "正在加载搜索索引……",
    "The search index could not be loaded: search-index.js is missing beside the pages, or damaged.": (
        "无法加载搜索索引：站点中缺少 search-index.js，或该文件已损坏。"
    ),
    "Accounts, people, opportunities, goals, actions, needs and requests, in English or Chinese.": (
        "可搜索客户、人员、商机、目标、行动、需求和请求，中英文均可。"
    ),
    "Chinese names are also found by their pinyin, written out or by initials.": (
        "中文名称也可用拼音查找，全拼、首字母均可。"
    ),
    # Groups and kinds; the others are said by the pages that they are found on
    "Our team": "我方团队",
    "Actions": "行动",
    "Customer outcomes": "客户业务成果",
    "Requests": "客户请求",
    "On this page": "本页",
    "Pages": "页面",
    "Commitment": "承诺",
    # Keys
    "choose": "选择",
    "go there": "打开",
    "in a new tab": "在新标签页打开",
    "close": "关闭",
}
