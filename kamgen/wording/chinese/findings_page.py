"""Phrases of the page of all findings."""

PHRASES: dict[str, str] = {
    # What opens the page
    "Nothing to mend.": "没有需要完善的地方。",
    "{findings} in the files of this workspace.": "本工作区的文件中有{findings}。",
    "{plans} and the settings, checked against {rules}": "已按{rules}检查{plans}和设置",
    "{n} plan|{n} plans": " {n} 份计划",
    "{n} rule|{n} rules": " {n} 条规则",
    "Errors": "错误",
    "Warnings": "警告",
    "Nothing to mend": "无需完善",
    "every plan can be read": "所有计划均可读取",
    "{n} plan is left out until it is mended|{n} plans are left out until they are mended": (
        "{n} 份计划在改好之前不会生成页面"
    ),
    "in {n} file|in {n} files": "分布在 {n} 个文件中",
    "of {n} account|of {n} accounts": "共 {n} 个客户",
    "Plan quality, mean": "计划质量（平均）",
    "lowest: {name} {points}": "最低：{name} {points}",
    # Tables
    "By rule": "按规则",
    "Rules that found something, errors first": "有检查结果的规则，错误在前",
    "Subject": "主题",
    "Severity": "级别",
    "Filter rules": "筛选规则",
    "By account": "按客户",
    "Plans that cannot be read first, then where most is to mend": "无法读取的计划在前，其余按待完善数量排列",
    "Account or file": "客户或文件",
    "cannot be read": "无法读取",
    "All findings": "全部检查结果",
    "Account by account": "按客户排列",
    "What to mend": "需要完善的内容",
    "Filter findings": "筛选检查结果",
    "Place": "位置",
    # What is not shown
    "The {n} most urgent of {all}": "共 {all} 项，列出最紧急的 {n} 项",
    "{n} more stands on the page of its account, which the table by account leads to."
    "|{n} more stand on the pages of their accounts, which the table by account leads to.": (
        "另有 {n} 项见各客户的页面，可从“按客户”一表进入。"
    ),
    "{n} more is in a file that cannot be read: kamgen validate lists it."
    "|{n} more are in files that cannot be read: kamgen validate lists them.": (
        "另有 {n} 项在无法读取的文件中，可用 kamgen validate 列出。"
    ),
}
