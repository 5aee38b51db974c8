"""Chinese of changing one value in a plan's file: what was done, and why something is not."""

PHRASES: dict[str, str] = {
    # Done, or nothing to do
    "{path} is written anew": "已改写 {path}",
    "{path} says that already; nothing was written.": "{path} 已经是这个值；未作修改。",
    "{path} is not in the plan; nothing was written.": "计划中没有 {path}；未作修改。",
    "Nothing was written: mend this first, then a value can be set.": "未作修改：请先改正上述问题，再设置值。",
    "Nothing was written: the plan would have an error that it does not have now.": (
        "未作修改：改后计划会出现现在没有的错误。"
    ),
    # Paths
    "{path} does not name a value": "{path} 没有指明一个值",
    "write keys with points between them and items in brackets, such as {example}": (
        "键之间用点隔开，列表项写在方括号里，例如 {example}"
    ),
    "{path} is one value: it has no keys": "{path} 是单个值，下面没有键",
    "{where} has no items yet": "{where} 还没有内容",
    "add the first one in an editor": "第一项请在编辑器中添加",
    "{where} has no item {name}": "{where} 中没有 {name} 这一项",
    "several items of {where} are called {name}": "{where} 中有多项都叫 {name}",
    "say which by its position: {names}": "请用位置指明：{names}",
    "name one of its items in brackets, such as {example}": "请用方括号指明其中一项，例如 {example}",
    # What is there
    "{path} is a list, not one value": "{path} 是列表，不是单个值",
    "to add a word: --add": "要添加一个词，请用 --add",
    "{path} is not a list": "{path} 不是列表",
    "{path} holds several values": "{path} 由多个值组成",
    "set one of: {names}": "请设置其中之一：{names}",
    "{path} is not there": "没有 {path}",
    "{path} is one text here, for both languages": "{path} 在这里是一段文字，两种语言共用",
    "write it as {{en: …, zh: …}} in the file, then each can be set": (
        "请先在文件中写成 {{en: …, zh: …}}，之后即可分别设置"
    ),
    "{path} is written once and repeated by an alias: a change would show in every place": (
        "{path} 只写了一处，其他地方用别名引用：改了会处处生效"
    ),
    "the same anchor stands twice in this file": "此文件中有重名的锚点",
    "write it out where it is to differ, then set it": "请先在需要不同的地方写出完整的值，再设置",
    "the purchases of this account stand in {file}": "该客户的采购记录在 {file} 中",
    "change them there, in a spreadsheet or an editor": "请在那里用表格软件或编辑器修改",
    # What cannot be written
    "an empty value says nothing": "空值没有意义",
    "to take a value out: --remove": "要删除一个值，请用 --remove",
    "this value is not UTF-8": "这个值不是 UTF-8 编码",
    "this file cannot be read as a plan": "此文件无法作为计划读取",
    "mend it first": "请先改正",
    "the place of {path} is written in a way that cannot be changed safely": "{path} 所在之处的写法无法安全地改动",
    "change it in an editor": "请在编辑器中修改",
}
