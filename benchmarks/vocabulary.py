"""Words for made-up plans, in English and Chinese. Companies and people are invented."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Tongue = Literal["en", "zh"]

COMPANY_ROOTS: tuple[tuple[str, str], ...] = (
    ("Brelmoor", "泊岚"), ("Castrow", "岑越"), ("Dunvarra", "敦砚"), ("Elmsarn", "禾隐"), ("Farrowick", "沨川"),
    ("Glenmyre", "岗桐"), ("Hestrand", "鹤汀"), ("Ivorne", "懿禾"), ("Jarrowell", "珈陌"), ("Kelvaster", "珂岫"),
    ("Lorrimay", "珞澜"), ("Marwenna", "沐桉"), ("Norvesk", "楠溯"), ("Orlestead", "沃栾"), ("Pellorin", "璞原"),
    ("Quarrend", "荃墨"), ("Rosgarth", "睿梧"), ("Selvarton", "漱石"), ("Tamberley", "棠屿"), ("Ulvaston", "榆峤"),
    ("Vennmore", "蔚峦"), ("Wexcombe", "雯岭"), ("Yarnolde", "砚禾"), ("Zelmarsh", "泽筠"), ("Ashvenor", "桉稷"),
)  # fmt: skip
COMPANY_KINDS: tuple[tuple[str, str], ...] = (
    ("Markets", "商超"), ("Foods", "食品"), ("Robotics", "机器人"), ("Precision", "精密机械"), ("Hotels", "酒店"),
    ("Logistics", "物流"), ("Chemicals", "化工"), ("Motors", "动力"), ("Packaging", "包装"), ("Dairies", "乳业"),
    ("Instruments", "仪器"), ("Textiles", "纺织"), ("Pharma", "医药"), ("Energy", "能源"), ("Rail", "轨道交通"),
    ("Glass", "玻璃"), ("Castings", "铸造"), ("Retail", "零售"), ("Seafood", "水产"), ("Paper", "纸业"),
    ("Lighting", "照明"), ("Farms", "农牧"), ("Marine", "船舶"), ("Optics", "光电"), ("Catering", "餐饮"),
    ("Tooling", "工具"), ("Ceramics", "陶瓷"), ("Plastics", "塑料"), ("Filters", "过滤"), ("Pumps", "泵业"),
    ("Bakeries", "烘焙"), ("Furniture", "家居"), ("Elevators", "电梯"), ("Batteries", "电池"), ("Sensors", "传感"),
    ("Toys", "玩具"), ("Cables", "线缆"), ("Valves", "阀门"), ("Paints", "涂料"), ("Apparel", "服饰"),
)  # fmt: skip

GIVEN_NAMES = (
    "Odile", "Bram", "Tove", "Ansel", "Mirela", "Corin", "Edda", "Joss", "Linnet", "Pavo", "Rhea", "Silas", "Una",
    "Wendel", "Yara", "Ezra", "Freya", "Hugo", "Ines", "Kester",
)  # fmt: skip
FAMILY_NAMES = (
    "Averdun", "Bellwick", "Crandale", "Dorset-Lyle", "Eskmoor", "Fenharrow", "Gullane", "Hartsey", "Inverley",
    "Jessamy", "Kirkvane", "Lowmarsh", "Merrion", "Northwell", "Oakhurst", "Pemberly", "Quillfeather", "Ravensby",
)  # fmt: skip
FAMILY_NAMES_ZH = "闻邬漆尉管璩鹿桑左濮慕游柯裘阮聂岳楚巫卞"
GIVEN_NAMES_ZH = (
    "知行", "若溪", "文翰", "以宁", "向桐", "鸣远", "雅宁", "衡之", "清越", "书禾", "砚秋", "明澈", "思齐", "景行",
    "望舒", "修竹", "嘉树", "云起", "听澜", "怀瑾",
)  # fmt: skip

WORDS: Mapping[Tongue, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "industry": ("Food retail", "Industrial automation", "Hospitality", "Logistics", "Process industry"),
                "place": ("Port Averill", "Lower Castor", "North Elmstead", "Brackenford", "Saint Orwin"),
                "title": (
                    "Head of purchasing", "Quality manager", "Category manager", "Plant director",
                    "Chief financial officer",
                    "Maintenance lead", "Project engineer", "Operations manager", "Head of logistics", "Product owner",
                ),
                "unit": ("Purchasing", "Quality", "Production", "Finance", "Logistics", "Engineering"),
                "region": ("North", "South", "Coast", "Head office", "Plant two"),
                "tag": ("food", "export", "automation", "pilot", "framework", "seasonal"),
                "fact": (
                    "Opens eleven sites next year and renews the cold chain in all of them",
                    "Froze hiring in purchasing; three buyers now carry what seven did",
                    "Published a target to halve packaging waste within four years",
                    "Moved all orders above fifty thousand to public tender",
                    "Reported a rise of eight percent in like-for-like sales",
                ),
                "source": ("annual report 2025", "meeting with the buyer", "trade press", "supplier day", "site visit"),
                "strategy": (
                    "Grow own brands from a fifth to a third of sales, and keep **one supplier per category**.",
                    "Automate two plants in three years; every line must be *traceable* from order to shipment.",
                    "Expand abroad with the same set of standards; suppliers that cannot follow are replaced.",
                    "Cut stock by a quarter without empty shelves, with weekly forecasts per store.",
                ),
                "competition": (
                    "Two discounters push prices down; the account answers with freshness and regional ranges.",
                    "New entrants sell on price alone. Delivery dates and service hours decide the larger contracts.",
                    "Consolidation among rivals: three of them merged last year and now buy together.",
                ),
                "need": (
                    "Fewer write-offs in the cold chain", "Shorter change-over between batches",
                    "One contact for all sites", "Proof of origin for every pallet", "Spare parts within four hours",
                    "Their own staff able to change a program", "A price that holds for the season",
                ),
                "objective": (
                    "Become the partner they plan their season with",
                    "Move from supplier of parts to supplier of the whole line",
                    "Be the first call for every new site",
                ),
                "picture": (
                    "Default supplier in three categories", "Joint line in production at both plants",
                    "Second category listed in all stores", "Service contract renewed without a tender",
                ),
                "goal": ("Purchases against the year's plan", "Share of wallet"),
                "way": (
                    "Move single orders to a season contract", "Prove the saving at one site and repeat it",
                    "Bring finance and quality to one table", "Win the tender on total cost instead of price",
                ),
                "measure": ("Share of the category", "Sites under contract", "Complaints a month", "Trained operators"),
                "action": (
                    "Run the three-store test and write up the figures",
                    "Walk the line with maintenance and list the stops",
                    "Agree the price model with finance", "Invite purchasing to a reference customer",
                    "Prepare the quarterly review with service", "Show the saving to the board",
                ),
                "challenge": (
                    "Write-offs above budget", "Seven audits a year", "Too few skilled operators",
                    "Savings of six percent a year", "Late deliveries from two suppliers",
                ),
                "win": (
                    "Wants to lead the group's category", "Hopes to run the new plant",
                    "Wants a tender without a protest",
                    "Wants the audit passed the first time",
                ),
                "evidence": (
                    "Asked us to join the season plan", "Sent the draft specification ahead of the others",
                    "Insisted on a third offer", "Quoted our figures in front of the board",
                    "Did not answer two letters",
                ),
                "dimension": ("trust", "access", "delivery", "innovation"),
                "outcome": (
                    "Write-offs down by a third", "Change-over down to thirty minutes", "No returns from export orders",
                    "Stock down by a fifth",
                ),
                "milestone": (
                    "Test agreed", "Baseline measured together", "First site changed over", "Result confirmed",
                ),
                "opportunity": (
                    "Season contract", "Second line", "Service agreement", "Roll-out to four sites",
                    "Spare-parts frame",
                ),
                "step": ("Send the price model", "Walk through the draft contract", "Agree the trial with quality"),
                "rival": ("Nordvale Supply", "Calder & Finch", "Obrecht Systems", "Tallowmere"),
                "strength": ("Lowest price, long terms", "Strong in engineering", "Local stock in every region"),
                "weakness": ("Two late projects last year", "No service at night", "One person carries the account"),
                "proposition": (
                    "Together we cut write-offs and make every delivery traceable, at a price that holds all season.",
                    "One team, one plan and one figure per month that both sides sign.",
                ),
                "initiative": (
                    "Ambient display in forty stores", "Weekly forecast per site", "Joint cost review of packaging",
                    "New line for small batches",
                ),
                "benefit": ("Steadier volumes", "Fewer empty shelves", "Lower cost per unit", "Earlier view of demand"),
                "commitment": (
                    "98% fill rate", "Forecast every Monday", "Two people trained per site", "Reply to claims in a day",
                ),
                "decision": (
                    "Test extended by a month", "Price model accepted in principle", "Review moved to quarters",
                ),
                "request": (
                    "New pallet labels", "Certificate in two languages", "Earlier cut-off on Fridays",
                    "Spare key parts",
                ),
                "loss": ("Spring order", "Trial at plant two", "Category in the coast region"),
                "cause": ("Offer was late and missed the season", "Quality data came without the batch numbers"),
                "fix": ("Season calendar shared in autumn", "Data sheet is part of every offer"),
                "binding": ("Shared forecast feed", "Joint test at one site", "Trained operators on our system"),
                "risk": (
                    "Buyer retires in autumn", "Rival offers longer terms", "Budget cut in the second half",
                    "Key contact moves to another group",
                ),
                "answer": (
                    "Meet the successor in time", "Show the total cost to finance", "Agree a smaller first phase",
                ),
                "reason": (
                    "New buyer answers within a day", "Two complaints open for weeks",
                    "Review with the board went well",
                ),
                "summary": (
                    "Third largest customer in the region; growth comes from **two new sites** and a season contract.",
                    "Solid business with one category. The next step is a *second line*, for which quality must vouch.",
                    "Important reference. Orders cooled after the change of buyers; the plan brings them back.",
                ),
            }
        ),
        "zh": MappingProxyType(
            {
                "industry": ("食品零售", "工业自动化", "酒店与餐饮", "仓储物流", "流程工业"),
                "place": ("云汀市", "临澜港", "栖山新区", "望川县", "鹤洲"),
                "title": (
                    "采购总监", "质量部经理", "品类经理", "厂长", "财务总监", "设备主管", "项目工程师", "运营经理",
                    "物流总监", "产品负责人",
                ),
                "unit": ("采购中心", "质量中心", "生产中心", "财务中心", "物流中心", "工程部"),
                "region": ("华北", "华南", "沿海", "总部", "二号工厂"),
                "tag": ("食品", "出口", "自动化", "试点", "框架协议", "季节性"),
                "fact": (
                    "明年新开十一家门店，冷链全部更新",
                    "采购部冻结招聘，三名采购员承担原来七人的工作",
                    "公布四年内包装废弃物减半的目标",
                    "五万元以上的采购一律公开招标",
                    "年报显示同店销售额增长百分之八",
                ),
                "source": ("2025 年年报", "与采购员会谈", "行业媒体", "供应商大会", "现场走访"),
                "strategy": (
                    "自有品牌占比由五分之一提高到三分之一，**每个品类只留一家供应商**。",
                    "三年内改造两座工厂，每条产线从订单到发货都要*可追溯*。",
                    "按同一套标准拓展海外，跟不上的供应商将被替换。",
                    "库存降低四分之一而不缺货，各门店每周提供需求预测。",
                ),
                "competition": (
                    "两家折扣店压低价格，客户以新鲜度和地方特色应对。",
                    "新进入者只拼价格，大合同取决于交期和服务响应。",
                    "同行加速整合，去年有三家合并，如今联合采购。",
                ),
                "need": (
                    "降低冷链损耗", "缩短批次切换时间", "各工厂统一对口", "每个托盘来源可查", "备件四小时内到场",
                    "自己的员工能够修改程序", "整季价格稳定",
                ),
                "objective": (
                    "成为客户制定年度计划的伙伴", "从零部件供应商成为整线供应商", "每个新项目客户都先来找我们",
                ),
                "picture": (
                    "三个品类的首选供应商", "两座工厂的联合产线投产", "第二品类进入全部门店", "服务合同免招标续签",
                ),
                "goal": ("年度采购计划完成率", "客户份额"),
                "way": (
                    "把零散订单转为季度合同", "在一个工厂证明节约效果再推广", "让财务与质量坐到一张桌子前",
                    "以全周期成本而不是价格赢得招标",
                ),
                "measure": ("品类份额", "签约门店数", "每月投诉数", "受训操作员人数"),
                "action": (
                    "完成三店测试并整理数据", "与设备部一起走查产线并记录停机原因", "与财务部商定价格模型",
                    "邀请采购部参观标杆客户", "与客服准备季度回顾", "向管理层汇报节约成果",
                ),
                "challenge": (
                    "损耗超出预算", "一年七次审核", "熟练操作员不足", "年度降本百分之六", "两家供应商交货延误",
                ),
                "win": ("希望主管集团品类", "希望负责新工厂", "希望招标不被质疑", "希望审核一次通过"),
                "evidence": (
                    "邀请我们参加季度计划会", "先把规范初稿发给我们", "坚持再要一家报价",
                    "在管理层会议上引用我们的数据",
                    "两封邮件没有回复",
                ),
                "dimension": ("信任", "沟通", "交付", "创新"),
                "outcome": ("损耗降低三分之一", "切换时间降到三十分钟", "出口订单零退货", "库存降低五分之一"),
                "milestone": ("测试方案确认", "双方共同测定基线", "首个工厂完成切换", "成果得到确认"),
                "opportunity": ("季度合同", "第二条产线", "维保协议", "四个工厂推广", "备件框架"),
                "step": ("发送价格模型", "讨论合同草案", "与质量部商定试用"),
                "rival": ("北谷供应", "柯芬系统", "岚桥科技", "陶沃集团"),
                "strength": ("报价最低，账期长", "工程能力强", "各区域都有库存"),
                "weakness": ("去年两个项目延期", "夜间没有服务", "客户只靠一个人维护"),
                "proposition": (
                    "双方一起降低损耗，让每次交付都可追溯，并保证整季价格。",
                    "一支团队、一份计划、每月一个双方签字的数字。",
                ),
                "initiative": ("四十家门店常温陈列", "各工厂每周预测", "联合审查包装成本", "小批量新产线"),
                "benefit": ("销量更稳", "缺货更少", "单位成本更低", "更早看到需求"),
                "commitment": ("满足率达到 98%", "每周一提供预测", "每个工厂培训两人", "投诉一天内回复"),
                "decision": ("测试延长一个月", "原则上接受价格模型", "回顾改为每季度一次"),
                "request": ("更换托盘标签", "双语合格证", "周五提前截单", "关键备件入库"),
                "loss": ("春季订单", "二号工厂试用", "沿海区域品类"),
                "cause": ("报价太晚，错过季节", "质量数据缺少批次号"),
                "fix": ("秋季共享年度日历", "报价必附数据表"),
                "binding": ("共享预测数据", "一个工厂的联合测试", "操作员已熟悉我方系统"),
                "risk": ("采购员秋季退休", "竞争对手给出更长账期", "下半年预算削减", "关键联系人调往其他集团"),
                "answer": ("及时拜访接任者", "向财务说明全周期成本", "商定较小的首期"),
                "reason": ("新采购员一天内回复", "两个投诉拖了数周", "与管理层的回顾很顺利"),
                "summary": (
                    "区域内第三大客户，增长来自**两个新工厂**和季度合同。",
                    "单一品类业务稳固，下一步是*第二条产线*，需要质量部背书。",
                    "重要的标杆客户。更换采购员后订单转冷，本计划要把订单找回来。",
                ),
            }
        ),
    }
)  # fmt: skip
