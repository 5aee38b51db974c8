"""Chinese of the preview: what stands above a page while something is to be mended."""

PHRASES: dict[str, str] = {
    "To mend: {found}": "待修改：{found}",
    "Where it is and what to do": "所在位置与处理办法",
    "The pages of an account with errors stay as they were until its plan is mended.": (
        "计划有错误的客户，页面暂时保持原样，改好后自动更新。"
    ),
    "All pages stay as they were until this is mended.": "改好之前，所有页面保持原样。",
    "this template is wrong: {problem}": "模板有误：{problem}",
    "mend it, or move it away: then kamgen's own takes its place": "请改正，或把它移走：kamgen 自带的模板会代替它",
    "this is a bug in kamgen: {problem}": "这是 kamgen 自身的缺陷：{problem}",
    "please send its authors the report, which holds no text of your plans: {file}": (
        "请把报告发给 kamgen 的作者，其中不含计划的内容：{file}"
    ),
    "There is no page yet": "还没有页面",
    "This page shows the site as soon as it can be built.": "网站一旦生成成功，就会显示在这里。",
}
