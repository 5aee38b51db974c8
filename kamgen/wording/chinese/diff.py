"""Phrases of what changed between two states of the plans, and what it did to the scores."""

PHRASES: dict[str, str] = {
    # What is compared
    "Plans: {before} → {after}": "客户计划：{before} → {after}",
    "working tree": "当前工作区",
    "{commit} of {day}": "{commit}，{day}",
    "{revision} ({commit} of {day})": "{revision}（{commit}，{day}）",
    "{title}: nothing changed, in plans, settings or scores.": "{title}：计划、设置和评分均无变化。",
    "{n} plan changed|{n} plans changed": "{n} 份计划有变更",
    "{n} plan is new|{n} plans are new": "新增 {n} 份",
    "{n} plan was removed|{n} plans were removed": "删除 {n} 份",
    "No plan changed": "没有计划变更",
    "{n} says what it said before|{n} say what they said before": "{n} 份内容未变",
    "{sentence}.": "{sentence}。",
    "{sentence} {next}": "{sentence}{next}",
    "Scores are those of {day}.": "评分日期：{day}。",
    "Scores are those of {before} and of {after}.": "评分日期：变更前为{before}，变更后为{after}。",
    "{n} plan is only written differently: it says the same.|"
    "{n} plans are only written differently: they say the same.": "{n} 份计划只是写法不同，内容未变。",
    "{file} changed but is not read: its name is no account’s id.": (
        "{file} 有变更，但文件名不是合法的客户 id，因此未读取。"
    ),
    "Something is wrong in kamgen.yaml, in {before} places before and in {after} now; "
    "what could not be read there has its default here.": (
        "kamgen.yaml 有误：变更前 {before} 处，变更后 {after} 处；无法读取的设置在此按默认值处理。"
    ),
    "The site was made by kamgen {before} and is made by {after} now. Scores of both sides are computed by the "
    "kamgen that compares them, so they may differ from those that were published.": (
        "网站原由 kamgen {before} 生成，现由 {after} 生成。两边的评分都由当前运行的 kamgen 计算，可能与当时发布的不同。"
    ),
    "this clone of the repository does not hold the file": "仓库的这个克隆中没有此文件",
    # Settings
    "Rules and other settings": "评分规则与其他设置",
    "{setting}: {before} → {after}": "{setting}：{before} → {after}",
    "{setting} is new": "新增 {setting}",
    "{setting} is new: {value}": "新增 {setting}：{value}",
    "{setting} is gone": "删除 {setting}",
    "{setting} is gone, was {value}": "删除 {setting}，原为 {value}",
    "and {n} more rule in kamgen.yaml|and {n} more rules in kamgen.yaml": "kamgen.yaml 中另有 {n} 条规则变更",
    "other parts that changed: {parts}": "其他有变更的部分：{parts}",
    # One account
    "new plan": "新建计划",
    "plan removed": "计划已删除",
    "renamed, was {id}": "已改名，原为 {id}",
    "{n} change|{n} changes": "{n} 项变更",
    "{n} score moved|{n} scores moved": "{n} 项评分变动",
    "not comparable": "无法比较",
    "The plan has: {what}.": "计划内容：{what}。",
    "owner {name}": "负责人 {name}",
    "{n} goal|{n} goals": "{n} 个目标",
    "{n} opportunity|{n} opportunities": "{n} 个商机",
    "{n} risk|{n} risks": "{n} 项风险",
    "Its scores: {scores}.": "评分：{scores}。",
    "Its last scores: {scores}.": "删除前的评分：{scores}。",
    "{score} {value}": "{score} {value}",
    "The plan could not be read as it was, so nothing of it is compared: {why}.": (
        "变更前的计划无法读取，因此未作比较：{why}。"
    ),
    "The plan cannot be read as it is now, so nothing of it is compared: {why}.": (
        "变更后的计划无法读取，因此未作比较：{why}。"
    ),
    "Only what can be read is compared and scored; the form of the plan has {problems}.": (
        "只比较和评分能够读取的内容；计划格式有误：{problems}。"
    ),
    "{n} problem before|{n} problems before": "变更前 {n} 处",
    "{n} problem now|{n} problems now": "变更后 {n} 处",
    "{n} value is not compared, for it cannot be read on one of the two sides.|"
    "{n} values are not compared, for they cannot be read on one of the two sides.": (
        "有 {n} 个值在其中一边无法读取，因此未作比较。"
    ),
    "Page of the account": "客户页面",
    # What matters most
    "What matters most": "要点",
    "new account": "新增客户",
    "account removed": "客户已删除",
    "its plan cannot be read": "计划无法读取",
    "class {before} → {after} ({causes})": "分类 {before} → {after}（{causes}）",
    "health {before} → {after} ({causes})": "健康度 {before} → {after}（{causes}）",
    "buying activity {before} → {after} ({causes})": "购买活跃度 {before} → {after}（{causes}）",
    "now a key account ({causes})": "成为大客户（{causes}）",
    "no longer a key account ({causes})": "不再是大客户（{causes}）",
    # Scores
    "Before": "变更前",
    "After": "变更后",
    "Moved by": "变动原因",
    "In detail": "明细",
    "Health band": "健康等级",
    "Buying activity": "购买活跃度",
    "facts": "事实",
    "rules": "规则",
    "time": "时间",
    "{cause} {points}": "{cause} {points}",
    "mostly {part}: {before} → {after}": "主要是{part}：{before} → {after}",
    "mostly {part}: known now": "主要是{part}：现已知",
    "mostly {part}: no longer known": "主要是{part}：不再可知",
    "mostly risk: {before} → {after} points off": "主要是风险扣分：{before} → {after}",
    "now on one person alone": "现在只靠一个人支撑",
    "no longer on one person alone": "不再只靠一个人支撑",
    "support index": "支持指数",
    "people covered": "关系覆盖",
    "buying roles": "购买角色",
    "{n} plan that did not change has other scores all the same|"
    "{n} plans that did not change have other scores all the same": "{n} 份未变更的计划评分也有变动",
    "{n} by other rules": "{n} 份因规则调整",
    "{n} by the days that passed": "{n} 份因时间推移",
    # Findings
    "Findings: {found}.": "检查结果：{found}。",
    "{found} on changed lines": "变更行上有 {found}",
    "{found} new elsewhere": "其他位置新增 {found}",
    "nothing to mend that this change brought": "本次变更没有带来需要修改的地方",
    "{n} mended": "已解决 {n} 条",
    "{n} that was there before|{n} that were there before": "原有 {n} 条",
    "On changed lines": "变更行上",
    "Elsewhere, and not there before": "其他位置，原先没有",
    "Too long for this comment": "篇幅所限，未能展开",
    "And {n} more account. See them all:|And {n} more accounts. See them all:": "另有 {n} 个客户。查看全部：",
}
