"""The changes that would raise an account's scores, in Chinese."""

PHRASES: dict[str, str] = {
    "{name} moves from {before} to {after}": "{name}由{before}转为{after}",
    "{name} is met": "与{name}见面沟通",
    "{name} gets an owner on our side": "为{name}指定我方负责人",
    "{name} gets an owner and is met": "为{name}指定我方负责人并见面沟通",
    "The missing {role} is found and met (neutral, influence {influence})": (
        "找到目前缺少的{role}并见面沟通（中立，影响力 {influence}）"
    ),
    "{n} person of the power map is rated|{n} people of the power map are rated": "完成权力地图上 {n} 人的评级",
    "“{goal}” gets to {value}, where it should be today": "“{goal}”达到 {value}，即今天应有的进度",
    "“{goal}” gets to {value} {unit}, where it should be today": "“{goal}”达到 {value} {unit}，即今天应有的进度",
    "The open request is closed today|All {n} open requests are closed today": "今天办结全部 {n} 项待答复的请求",
    "Whoever gave the dissatisfied answer in the latest survey is satisfied"
    "|Those who gave the {n} dissatisfied answers in the latest survey are satisfied": (
        "最近一次满意度调查中 {n} 份不满意的答卷转为满意"
    ),
    "The response to “{risk}” makes it less likely, {before} becomes {after} of 5": (
        "“{risk}”的应对措施见效，可能性由 {before} 降为 {after}（满分 5）"
    ),
    "The response to “{risk}” is done, and the risk closed": "“{risk}”的应对措施完成，风险关闭",
    "“{opportunity}” brings the next order, of the usual {amount} {currency}": (
        "“{opportunity}”带来下一笔订单，金额与往常相当（{amount} {currency}）"
    ),
    "A satisfaction survey is run": "开展一次满意度调查",
    "“{goal}” gets the figures and days that it lacks": "补齐“{goal}”所缺的数值和日期",
    "We find out what the customer spends in our category in a year": "了解客户一年在本品类的采购总额",
    "We find out since when they have been a customer": "查明客户从何时开始合作",
    "“{name}” is found out and written into the plan": "了解“{name}”并写入计划",
    "The whole plan is reviewed today": "今天全面回顾一次计划",
    "The finding of the checks is settled|All {n} findings of the checks are settled": "解决检查发现的全部 {n} 个问题",
}
