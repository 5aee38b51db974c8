"""What the fields and the things of a plan are called inside a sentence, English and Chinese side by side.

A key's label heads a column; in a sentence some need other words, and those stand here.
"""

from __future__ import annotations

from collections.abc import Mapping

from kamgen.plan.account import Account, Reviewed, Sentiment
from kamgen.plan.goals import Action, Goal, HorizonStep, Measure, Strategy, ThreeChecks
from kamgen.plan.joint_plan import Benefit, Commitment, Initiative, JointPlan, Scope, Supply
from kamgen.plan.opportunities import NextStep, Opportunity
from kamgen.plan.power_map import Contact, Evidence, Influence, Person, RelationshipLevel
from kamgen.plan.profile import Fact, KeyAccountTest, Need, NetworkMember, Profile, Revenue, Rival
from kamgen.plan.reviews import Review, Risk, Waiver
from kamgen.plan.service import Binding, BlueprintStep, Loss, Referral, Request
from kamgen.plan.success_plan import Dimension, Milestone, Outcome
from kamgen.plan.value import Value, WhiteSpace
from kamgen.plan.values import Language, Section
from kamgen.wording.keys import KEYS

Pair = tuple[str, str]

NOUNS: Mapping[type[Section], Pair] = {
    Action: ("action", "行动"),
    Binding: ("binding", "客户绑定"),
    BlueprintStep: ("service step", "服务步骤"),
    Commitment: ("commitment", "承诺"),
    Dimension: ("assessment of", "评估维度"),
    Evidence: ("evidence", "依据"),
    Fact: ("fact", "客户事实"),
    Goal: ("goal", "目标"),
    Initiative: ("initiative", "联合举措"),
    Loss: ("loss", "流失"),
    Measure: ("measure", "衡量"),
    Milestone: ("milestone", "里程碑"),
    Need: ("need", "客户需求"),
    NetworkMember: ("company in the network", "商业网络成员"),
    Opportunity: ("opportunity", "商机"),
    Outcome: ("customer outcome", "客户业务成果"),
    Person: ("person", "关键人"),
    Referral: ("referral to", "转介绍"),
    Request: ("request", "客户请求"),
    Risk: ("risk", "风险"),
    Rival: ("rival", "竞争对手"),
    Strategy: ("strategy", "策略"),
}
"""What one item of a list is called; those that are called after a day, a year or a product have a phrase instead."""

FIELDS: Mapping[tuple[type[Section], str], Pair] = {
    (Account, "name"): ("name of the account", "客户名称"),
    (Account, "stage"): ("stage of the relationship", "合作阶段"),
    (Account, "reviewed"): ("plan reviewed", "计划检查"),
    (Account, "sentiment"): ("the owner's judgement", "负责人个人判断"),
    (Account, "value"): ("history of cooperation", "合作价值"),
    (Account, "goals"): ("goals and strategies", "目标与策略"),
    (Account, "service"): ("service", "服务"),
    (Benefit, "ours"): ("our benefit", "我方收益"),
    (Binding, "since"): ("since", "起始日期"),
    (BlueprintStep, "response"): ("response time", "响应时间"),
    (BlueprintStep, "step"): ("name", "名称"),
    (Commitment, "by"): ("", "承诺方"),
    (Commitment, "text"): ("wording", "表述"),
    (Contact, "last"): ("last contact", "最近接触日期"),
    (Contact, "every_days"): ("days between contacts", "接触间隔天数"),
    (Evidence, "about"): ("rating it is about", "所依据的评估"),
    (Evidence, "status"): ("", ""),
    (Evidence, "text"): ("wording", "表述"),
    (Fact, "text"): ("wording", "表述"),
    (Goal, "text"): ("wording", "表述"),
    (Measure, "text"): ("wording", "表述"),
    (Action, "text"): ("wording", "表述"),
    (Strategy, "text"): ("wording", "表述"),
    (Initiative, "text"): ("wording", "表述"),
    (Milestone, "text"): ("wording", "表述"),
    (Need, "text"): ("wording", "表述"),
    (Outcome, "text"): ("wording", "表述"),
    (Request, "text"): ("wording", "表述"),
    (Risk, "text"): ("wording", "表述"),
    (Binding, "text"): ("wording", "表述"),
    (Dimension, "now"): ("now", "现状评分"),
    (Dimension, "wanted"): ("wanted", "期望评分"),
    (HorizonStep, "picture"): ("", ""),
    (HorizonStep, "amount"): ("business", "业务额"),
    (Influence, "strength"): ("strength", "影响强度"),
    (JointPlan, "goals"): ("shared goals", "共同目标"),
    (JointPlan, "share"): ("shown to the customer", "对客户开放的内容"),
    (KeyAccountTest, "answer"): ("", ""),
    (Loss, "what"): ("what was lost", "流失内容"),
    (Need, "level"): ("depth", "需求层级"),
    (Need, "met"): ("", "满足程度"),
    (NetworkMember, "kind"): ("kind", "类别"),
    (NextStep, "text"): ("", ""),
    (Opportunity, "people"): ("people who decide", "决策人"),
    (Opportunity, "needs"): ("needs it answers", "对应需求"),
    (Opportunity, "done_tasks"): ("tasks done", "已完成任务"),
    (Person, "response"): ("response mode", "反应模式"),
    (Person, "support"): ("support", "支持度"),
    (Person, "name"): ("name", "姓名"),
    (Person, "unit"): ("department", "部门"),
    (Person, "wanted"): ("still to be found", "待找到"),
    (Profile, "since"): ("customer since", "合作起始日期"),
    (Profile, "parent"): ("parent account", "上级客户"),
    (RelationshipLevel, "now"): ("relationship", "客户关系"),
    (RelationshipLevel, "wanted"): ("relationship wanted", "期望的客户关系"),
    (Review, "outcomes"): ("outcomes", "会议成果"),
    (Revenue, "amount"): ("", ""),
    (Revenue, "year"): ("year", "年度"),
    (Reviewed, "date"): ("", ""),
    (Reviewed, "by"): ("by", "检查人"),
    (Rival, "share"): ("share of the customer's spend", "占客户采购份额"),
    (Scope, "in_"): ("in scope", "合作范围内"),
    (Scope, "out"): ("out of scope", "合作范围外"),
    (Sentiment, "value"): ("", ""),
    (Sentiment, "by"): ("by", "判断人"),
    (Strategy, "serves"): ("goals it serves", "对应目标"),
    (Supply, "share"): ("our share", "我方份额"),
    (ThreeChecks, "owner"): ("owner's check", "自查日期"),
    (ThreeChecks, "lead"): ("lead's check", "主管查日期"),
    (ThreeChecks, "audit"): ("audit's check", "稽核查日期"),
    (Value, "lifetime"): ("lifetime value assumptions", "终身价值假设"),
    (Value, "wallet"): ("wallet", "客户总采购额"),
    (Waiver, "until"): ("until", "有效期"),
    (WhiteSpace, "potential"): ("potential", "潜力"),
    (WhiteSpace, "unit"): ("unit", "业务单元"),
}
"""Other words than the key's label; none where the field is what its section is named after."""

_OWN_WORDS = (Benefit, Contact, RelationshipLevel, Scope, ThreeChecks)
"""Sections whose fields say themselves where they belong."""


def field_words(kind: type[Section], name: str, language: Language) -> str:
    """Return what a field is called inside a sentence; empty for the one that its section is named after."""
    pair = FIELDS.get((kind, name))
    if pair is None:
        english, chinese = KEYS[name.removesuffix("_")][:2]
        pair = (lowered(english), chinese)
    return pair[1 if language == "zh" else 0]


def speaks_for_itself(kind: type[Section]) -> bool:
    """Tell whether the fields of a section need no other words before them to be understood."""
    return kind in _OWN_WORDS


def lowered(label: str) -> str:
    """Return an English label as it stands inside a sentence: capital letters stay in what is written in them."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def opened(text: str) -> str:
    """Return a text as it opens a sentence."""
    return text[:1].upper() + text[1:]
