"""The methods that kamgen carries out, in both languages: what each is, and where it comes from."""

from kamgen.wording.methods import close_loop, develop, identify, keep, lock_in, run
from kamgen.wording.methods.method import Method, Source

__all__ = ["GROUPS", "METHODS", "SOURCES", "Method", "Source"]

SOURCES: dict[Source, tuple[str, str]] = {
    "S0": (
        "Interview with Chen Jun on key-account strategy (大客户战略): managing the whole life cycle, in eight modules",
        "陈军访谈《大客户战略》：大客户全生命周期管理，八大模块",
    ),
    "S1": (
        "Essay on carrying out a key-account marketing strategy (浅析大客户营销战略的实施): "
        "key-account management, customer-oriented selling, retention",
        "论文《浅析大客户营销战略的实施》：大客户管理、以客户为导向的销售、客户保留",
    ),
    "S2": (
        "Fxiaoke (纷享销客), model of the key account's whole life cycle (大客户全生命周期经营模型): "
        "identify, develop, lock in, close the value loop; the backbone of kamgen",
        "纷享销客《大客户全生命周期经营模型》：识别、挖掘、锁定、价值闭环；kamgen 的主线",
    ),
    "S3": (
        "Chen Jun's book on customer lifetime value: ten modules, 5A classes, battle map, three checks, five stars, "
        "binding, service blueprint",
        "陈军关于客户终身价值的专著：十大模块、5A分类、作战地图、三查、五星评定、绑定、服务蓝图",
    ),
    "S4": (
        "Collected essays on putting the customer first (聚焦客户): relationship levels, RFM, satisfaction surveys, "
        "defection analysis, ECR, views of a CRM",
        "文集“聚焦客户”：客户关系层次、RFM、满意度调查、流失分析、ECR、CRM视图",
    ),
}
"""What each source is, English first, Chinese second."""

GROUPS: dict[str, tuple[str, str]] = {
    "A": ("Identify", "识别"),
    "B": ("Develop", "挖掘"),
    "C": ("Lock in", "锁定"),
    "D": ("Close the value loop", "价值闭环"),
    "E": ("Keep", "留住"),
    "F": ("Run it", "落地运行"),
}
"""What the letter of a method stands for, English first, Chinese second."""

METHODS: dict[str, Method] = {
    **identify.METHODS,
    **develop.METHODS,
    **lock_in.METHODS,
    **close_loop.METHODS,
    **keep.METHODS,
    **run.METHODS,
}
"""Every method by its letter and number, in the order in which an account is worked."""
