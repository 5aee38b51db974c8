"""Chinese of the rules about goals: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "“{what}” was due on {day}, {n} day ago|“{what}” was due on {day}, {n} days ago": "“{what}”应于{day}完成，已过 {n} 天",
    # Goals and measures
    "“{text}” has no target": "“{text}”没有目标值",
    "write the figure to reach as target:": "请在 target: 写上要达到的数值",
    "nobody answers for the measure “{text}”": "衡量项“{text}”没有负责人",
    "write the member of the team who follows it as owner:": "请在 owner: 写上跟进它的成员",
    "“{text}” ended on {day}, and its result is not written": "“{text}”已于{day}到期，但没有填写结果",
    "write the last figure as actual:, then the goal that comes next": "请在 actual: 填写最终数值，再写下一个目标",
    "“{text}” ended on {day} at {actual} of {target}": "“{text}”已于{day}到期：目标 {target}，实际 {actual}",
    "write the goal that comes next, or a new day for this one": "请写下一个目标，或为它定一个新的日期",
    "“{text}” is {reached}% of the way after {gone}% of its time, and no action is open for it": (
        "“{text}”时间已过 {gone}%，进度只有 {reached}%，却没有进行中的行动"
    ),
    "add an action to a strategy that serves it, with owner and day": (
        "请在服务于它的策略下加一项行动，写明负责人和日期"
    ),
    "Percentage points by which a goal may be behind its time": "目标进度可落后于时间进度多少个百分点",
    "of {to_win} {currency} still to be won, opportunities and white space cover {covered}: {uncovered} missing": (
        "还需赢得 {to_win} {currency}；商机和空白机会只覆盖 {covered}，缺口 {uncovered}"
    ),
    "write the opportunities and white space that will bring it, or set a target that they can carry": (
        "请写出支撑它的商机和空白机会，或定一个它们撑得起的目标"
    ),
    "Percent of what is still to be won that must be covered": "尚需赢得的金额至少要被覆盖百分之多少",
    # Strategies
    "“{text}” has no measure": "“{text}”没有衡量",
    "write the figure that shows first whether it works, with target and owner": (
        "请写上最先能看出它是否见效的数值，并写明目标值和负责人"
    ),
    "there is {n} strategy and no goal to serve|there are {n} strategies and no goal": "有 {n} 条策略，却没有目标",
    "write the goals, then name them in the strategies: serves: [goal-id]": (
        "请先写目标，再在策略中写明服务于谁：serves: [目标的 id]"
    ),
    "“{text}” serves no goal": "“{text}”没有服务于任何目标",
    "name the goals that it serves: serves: [{goal}]": "请写明它服务的目标：serves: [{goal}]",
    "no strategy serves “{text}”": "没有策略服务于“{text}”",
    "write one, or add {id} to serves: of the strategy that helps it": (
        "请写一条策略，或在对它有帮助的策略的 serves: 中加上 {id}"
    ),
    "there is an objective and no strategy": "有目的，没有策略",
    "there are goals and no strategy": "有目标，没有策略",
    "write how to get there: strategies, each with serves:, measures: and actions:": (
        "请写明怎么达到：strategies 下每条策略写 serves:、measures: 和 actions:"
    ),
    # Actions
    "nobody is to do “{text}”": "“{text}”没有人负责",
    "write the member of the team who does it as owner:": "请在 owner: 写上执行的成员",
    "“{text}” has no day": "“{text}”没有日期",
    "write the day by which it is done as due:": "请在 due: 写上完成日期",
    "write status: done, a day that will be kept, or status: dropped": (
        "请写 status: done、一个能守住的日期，或 status: dropped"
    ),
    "no action is due from {first} to {last}": "{first}至{last}没有安排行动",
    "write what is done then, by whom and by which day": "请写明那段时间做什么、谁来做、哪天完成",
    "Calendar months after this one in which some action must fall": "本月之后的几个自然月内必须有行动",
    "“{text}” is done and was not checked by all: {missing}": "“{text}”已完成，但三查不全，缺：{missing}",
    "look at the result, and write the day here": "请查看结果，并在此写上日期",
    "Days after an action was due by which its checks must be made": "行动到期后多少天内应查完",
    # Backcast
    "there is no picture of about {years}": "没有 {years} 年前后的图景",
    "write what the account looks like then, in a sentence": "请用一句话写出届时这个客户的样子",
    "{later} is to bring {less}, and {earlier} brings {more} already": (
        "{later} 年只有 {less}，而 {earlier} 年已有 {more}"
    ),
    "correct one of the two amounts": "请改正其中一个金额",
}

DOCUMENTATION: dict[str, str] = {
    "action-without-date": """待完成的行动没有日期。

没有日期，它就不属于计划的任何一个月：从不到期，也从不逾期，于是永远是明天的事。

请写上完成日期：due: 2026-07-10。
""",
    "action-without-owner": """待完成的行动没有负责人。

人人都可以做的事，没有人做。它不在任何人的日程里，工时也不在任何人的一周里。

请写上执行的成员：owner: lin-yue。
""",
    "goal-without-strategy": """计划里有策略，但没有一条服务于这个目标。

这样的目标只能靠盼：没有安排任何工作让它更近一步，到年底大家才问为什么没有达成。

请为它写一条策略，或在对它有帮助的策略的 serves: 中加上它的 id；不再需要就删除这个目标。
""",
    "goal-without-target": """目标没有目标值。

没有数值就无所谓达成与否，也指引不了任何人。没有目标值就算不出进度，健康度和预测都不会计入它。

请写上要达到的数值和目前的数值：baseline: 12, target: 40, actual: 25。
""",
    "horizon-not-rising": """“以终为始”中，较远一年的金额低于较近的一年。

各步从今天通向十年后的图景。业务越走越小，要么是写错了一位数字，要么是近期金额提高之后没有人再看过远期的图景。

请改正金额；各金额都是这个客户在那一年带来的业务额，以计划的货币计。
""",
    "horizon-step-missing": """“以终为始”缺了一步：约 10 年、5 年、3 年、1 年后的图景中少了一个。

各年是倒着推的，每一步都由更远的一步推出。缺了一步，今年的目标就建立在猜测之上，卖给客户的东西日后反而碍事。前后相差一年没有关系。

请用一句话写出那一年的图景：horizon: - {year: 2031, picture: …}。
""",
    "lagging-goal-without-action": """目标远远落后于时间，而服务于它的策略没有进行中的行动。

没有安排任何追赶的工作，团队却在忙这个客户的其他目标。时间进度与目标进度相差 25 个百分点起提示。

请写出对这个目标最有用的行动，写明负责人和日期；或与定目标的人商量下调。
""",
    "measure-without-owner": """策略的衡量没有负责人。

没人负责的数值到评审前才补填，甚至根本没人填。那时再想为客户换个做法，已经晚了。

请写上跟进这个数值的成员：owner: lin-yue。
""",
    "measure-without-target": """策略的衡量没有目标值。

策略是否有效，衡量远比目标更早看得出来。没有要达到的数值，任何结果看上去都像进展。

请写上要达到的数值和日期：target: 5, due: 2026-09-30。
""",
    "missing-check": """行动已完成，三查只做了一部分。

事情是否真的做完，由三方来看：负责人自查、主管查、稽核查。查了一半的，别人会当作全部通过。
只看本计划用到的几查，行动到期 14 天后提示。

请查看结果并写上日期：checks: {owner: …, lead: …, audit: …}。
""",
    "month-without-actions": """目标还没有达成，接下来一个月却没有任何安排。

策略要按月落实：客户经理下个月若没有这个客户的行动，时间就会给了先打来电话的人。
接下来 1 个自然月内没有进行中的行动时提示。

请把一条策略分解开来：下个月做什么、谁来做、哪天完成。
""",
    "objective-without-strategies": """计划写了这个客户要走向哪里，却没有写怎么走。

没有路径的目的只是愿望。团队无从分工，客户也感觉不到与去年有什么不同。

请写两三条策略，每条写明服务的目标、衡量和最初的行动。
""",
    "overdue-action": """一项行动早该完成。

要么已经做完却没人写上，要么策略停在原地。无论哪一种，作战地图都会变成没人相信的清单。

已完成就写 status: done；否则写一个能守住的日期，或 status: dropped。
""",
    "overdue-goal": """目标的最后一天已经过去：没有达成，或者没人填写结果，也没有后续目标接上。

过去的目标指引不了任何人，却仍计入健康度。没有达成又没有人谈起，下次还会错过。

请在 actual: 填写最终数值，再写由此得出的安排：下一期同单位的目标，或这个目标的新日期。
""",
    "strategy-without-goal": """策略没有写明服务于哪个目标。

不服务于目标的工作，占用的是服务于目标的工时。谁也说不清它对客户或我方有什么用，所以谁也不敢叫停。

请写上目标的 id：serves: [stores]。还没有目标就先写目标；确实不服务于任何目标，就放弃它。
""",
    "strategy-without-measure": """策略没有衡量。

策略是否见效，在目标上要到年底才看得出来。衡量几周就能看出，那时还来得及换一条路。

请写上最先应该变化的数值，以及由谁负责：measures: [{id: …, text: …, target: …, owner: …}]。
""",
    "uncovered-target": """收入目标高于未结商机与空白机会之和。

目标要靠说清来源来证明：哪些产品、哪些业务单元、哪些商机。说不出来源的部分，年底就是缺口。
默认要求尚需赢得的金额 100% 被覆盖；商机按全额计，不论赢率。

请写出支撑它的商机，或空白机会（产品、单元、潜力、现状）；否则定一个它们撑得起的目标。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
