"""Chinese of the rules about goals: what they say, and their documentation."""

PHRASES: dict[str, str] = {
    "“{what}” was due on {day}, {n} day ago|“{what}” was due on {day}, {n} days ago": (
        "“{what}”应于{day}完成，已过 {n} 天"
    ),
    # Goals and measures
    "the goal “{text}” has no target": "目标“{text}”没有目标值",
    "the measure “{text}” has no target": "衡量“{text}”没有目标值",
    "write the figure to reach under target:": "请在 target: 写上要达到的数值",
    "the measure “{text}” has no owner": "衡量“{text}”没有负责人",
    "write under owner: the member of our team who follows it": "请在 owner: 写上跟进它的团队成员",
    "the goal “{text}” ended on {day}, and its result is not written": "目标“{text}”已于{day}到期，却没有填写结果",
    "write the last figure under actual:, then add the goal that comes next": (
        "请在 actual: 写上最终数值，再写接下来的目标"
    ),
    "the goal “{text}” ended on {day} at {actual}; its target was {target}": (
        "目标“{text}”已于{day}到期：实际为 {actual}，目标值为 {target}"
    ),
    "add the goal that comes next, or write a new date under due:": "请写接下来的目标，或在 due: 写上新的日期",
    "the goal “{text}” is {reached}% reached after {gone}% of its time, and no action is open for it": (
        "目标“{text}”的时间已过 {gone}%，进度只有 {reached}%，却没有进行中的行动"
    ),
    "add an action with owner: and due: to a strategy that serves it": (
        "请在服务于它的策略下加一项行动，写上 owner: 和 due:"
    ),
    "Percentage points by which a goal may be behind its time": "目标进度可落后于时间进度多少个百分点",
    "of {to_win} {currency} still to be won, opportunities and white space cover {covered}: {uncovered} missing": (
        "还需赢得 {to_win} {currency}；商机和空白机会只覆盖 {covered}，缺口 {uncovered}"
    ),
    "add the opportunities and white space that will bring it, or set a target that they can carry": (
        "请补上能带来它的商机和空白机会，或定一个它们撑得起的目标值"
    ),
    "Percent of what is still to be won that must be covered": "尚需赢得的金额至少要被覆盖百分之多少",
    "Percent of the target that may be missing without a finding": "缺口在目标值的百分之多少以内不提示",
    # Strategies
    "the strategy “{text}” has no measure": "策略“{text}”没有衡量",
    "add under measures: the figure that shows first whether it works, with target: and owner:": (
        "请在 measures: 写上最先看得出成效的数值，并写 target: 和 owner:"
    ),
    "the plan has {n} strategy, and no goal to serve|the plan has {n} strategies, and no goal to serve": (
        "计划有 {n} 条策略，却没有可服务的目标"
    ),
    "add the goals, then name them in each strategy: serves: [id-of-the-goal]": (
        "请先写目标，再在每条策略中写明：serves: [目标的 id]"
    ),
    "the strategy “{text}” serves no goal": "策略“{text}”没有服务于任何目标",
    "name the goals that it serves, such as serves: [{goal}]": "请写明它服务的目标，例如 serves: [{goal}]",
    "no strategy serves the goal “{text}”": "没有策略服务于目标“{text}”",
    "add a strategy for it, or add {id} to serves: of the one that helps it": (
        "请为它写一条策略，或在对它有帮助的策略的 serves: 中加上 {id}"
    ),
    "the plan has an objective, and no strategy to reach it": "计划有目的，却没有达到它的策略",
    "the plan has goals, and no strategy to reach them": "计划有目标，却没有达到它们的策略",
    "add strategies:, each with serves:, measures: and actions:": (
        "请在 strategies: 写策略，每条写上 serves:、measures: 和 actions:"
    ),
    # Actions
    "the action “{text}” has no owner": "行动“{text}”没有负责人",
    "write under owner: the member of our team who does it": "请在 owner: 写上执行的团队成员",
    "the action “{text}” has no date": "行动“{text}”没有日期",
    "write under due: by when it is done": "请在 due: 写上完成日期",
    "write status: done, a date under due: that will be kept, or status: dropped": (
        "请写 status: done，或在 due: 写上守得住的日期，或写 status: dropped"
    ),
    "no action is due from {first} to {last}": "{first}至{last}没有安排行动",
    "add an action for that time, with owner: and due:": "请为这段时间加一项行动，写上 owner: 和 due:",
    "Calendar months after this one in which some action must fall": "本月之后的几个自然月内必须有行动",
    "the action “{text}” is done, but not fully checked; missing: {missing}": (
        "行动“{text}”已完成，三查却不全，还缺：{missing}"
    ),
    "look at the result, and write the date under checks:": "请查看结果，并在 checks: 写上日期",
    "Days after an action was due, or last checked, by which its checks are complete": (
        "行动到期或上次检查后，多少天内应查完"
    ),
    # Backcast
    "the ten-year backcast has no picture of about {years}": "“以终为始”缺少 {years} 年前后的图景",
    "write under picture: in one sentence what the account looks like then": (
        "请在 picture: 用一句话写出届时这个客户的样子"
    ),
    "the ten-year backcast has {less} in {later}, less than the {more} in {earlier}": (
        "“以终为始”中，{later} 年的金额 {less} 低于 {earlier} 年的 {more}"
    ),
    "correct amount: of one of the two years": "请改正其中一年的 amount:",
}

DOCUMENTATION: dict[str, str] = {
    "action-without-date": """一项待完成的行动没有日期。

没有日期，它在作战地图上就不属于任何一个月：从不到期，也从不逾期，于是一天天往后推。

请写上完成日期：due: 2026-07-10。
""",
    "action-without-owner": """一项待完成的行动没有负责人。

人人都可以做的事，就没有人做：它不在任何人的日程里，工时也不在任何人的一周里。

请写上执行的团队成员：owner: lin-yue。
""",
    "goal-without-strategy": """计划里有策略，却没有一条服务于这个目标。有策略没有写明或写错服务的目标时不提示，
应先改正那里。

这样的目标只能靠盼：没有安排任何工作让它更近一步，到年底大家才问为什么没有达成。

请为它写一条策略，或在对它有帮助的策略的 serves: 中加上它的 id；不再需要就删除这个目标。
""",
    "goal-without-target": """一个尚未到期的目标没有目标值。

没有要达到的数值，谁也说不清是否达成，它也就指引不了任何人：算不出进度，健康度也不计入它。

请写上要达到的数值和目前的数值：baseline: 12, target: 40, actual: 25。
""",
    "horizon-not-rising": """“以终为始”中，较远一年的金额低于较近的一年。

各步从今天通向十年后的图景。业务越走越小，要么是写错了一位数字，要么是近期金额提高之后没有人再看过远期的图景。

请改正 amount:，即这个客户在那一年带来的业务额，以计划的货币计。
""",
    "horizon-step-missing": """“以终为始”缺了一步：约 10 年、5 年、3 年、1 年后的图景中，至少少了一个。
前后相差一年没有关系，潜在客户不要求写全。

各年是倒着推的，每一步都由更远的一步推出。缺了一步，今年的目标就建立在猜测之上，卖给客户的东西日后可能反而碍事。

请用一句话写出那一年的图景：horizon: - {year: 2031, picture: …}。
""",
    "lagging-goal-without-action": """目标远远落后于时间（默认相差 25 个百分点起），服务于它的策略却没有进行中的行动。
整份计划都没有进行中的行动时不提示。

没有安排任何追赶的工作，团队却在忙这个客户的其他目标。

请加上对这个目标最有用的行动，写上 owner: 和 due:；或与定目标的人商定较低的目标值。
""",
    "measure-without-owner": """策略的一项衡量没有负责人。

没人负责的数值到评审前才补填，甚至根本没人填。那时再想为客户换个做法，已经晚了。

请写上跟进这个数值的团队成员：owner: lin-yue。
""",
    "measure-without-target": """策略的一项衡量没有目标值。

策略是否有效，衡量远比目标更早看得出来。没有要达到的数值，任何结果看上去都像进展。

请写上要达到的数值和日期：target: 5, due: 2026-09-30。
""",
    "action-without-all-checks": """行动已完成，三查（自查、主管查、稽核查）中本计划用到的却只做了一部分。
默认在行动到期或上次检查（取较晚者）14 天后提示。

查了一半的，很容易被当作全部通过；我们没查出来的问题，就会由客户来发现。

请查看结果并写上日期：checks: {owner: …, lead: …, audit: …}。
""",
    "month-without-actions": """目标还没有达成，接下来一段时间（默认为下一个自然月）却没有任何行动。
有行动逾期或没有日期（它可能正该排在那里），或届时没有目标开始，不提示。

策略要按月落实：客户经理下个月若没有这个客户的行动，时间就会给了先打来电话的人。

请把一条策略分解成下个月的行动，写上 owner: 和 due:。
""",
    "objective-without-strategies": """计划有目的或目标，却没有策略。

没有路径的目的只是愿望：团队无从分工，客户也感觉不到有什么不同。

请写两三条策略，每条写明服务的目标、衡量和最初的行动。
""",
    "overdue-action": """一项行动已经逾期，却还没有完成。

要么已经做完却没人写上，要么策略停在原地。无论哪一种，作战地图都不再有人相信。

已完成就写 status: done；否则在 due: 写一个守得住的日期，或写 status: dropped。
""",
    "overdue-goal": """目标已到期，却没有达成或没有填写结果，也没有同一 unit: 的后续目标接上。

过去的目标指引不了任何人，却仍计入健康度。没有达成又没有人谈起，下次还会错过。

请在 actual: 写上最终数值。然后为下一期写同一 unit: 的目标，或在 due: 写上新的日期。
""",
    "strategy-without-goal": """一条策略没有写明服务于哪个目标。

不服务于目标的工作，占用的是服务于目标的工时。谁也说不清它对客户或我方有什么用，所以谁也不敢叫停。

请写上目标的 id：serves: [stores]。还没有目标就先写目标；确实不服务于任何目标，就删除这条策略。
""",
    "strategy-without-measure": """一条策略没有衡量。

策略是否见效，在目标上要到年底才看得出来。衡量几周就能看出，那时还来得及换一条路。

请写上最先应该变化的数值，以及由谁负责：measures: [{id: …, text: …, target: …, owner: …}]。
""",
    "uncovered-target": """收入目标高于进行中的商机与空白机会之和：默认要求尚需赢得的金额 100% 被覆盖，商机按全额计，
不论赢率；某产品的空白机会，只计超出该产品进行中商机的部分。有金额未知且可能改变结论，或缺口不超过目标值的 5%\
（默认）时不提示。

目标要靠说清来源来证明：哪些产品、哪些业务单元、哪些商机。说不出来源的部分，年底就是缺口。

请补上能带来它的商机，或空白机会（product:、unit:、potential:、current:）；否则定一个它们撑得起的目标值。
""",
}
"""By name of the rule: what is wrong, why it matters, what to do, each a paragraph."""
