// What html-validate holds the site to: its strictest set of rules, with what does not fit this site and why.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A matter of taste; HTML does not mind, and the templates write all names in small letters.
    "doctype-style": ["error", { style: "lowercase" }],
    // ARIA allows a name for whatever has a role, such as a list; the stricter set fears for old screen readers.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The results of the search are the list of a combobox: a <select> can neither be typed into nor hold groups of links.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // Titles are what people call their accounts, and no search engine reads this site.
    "long-title": "off",
  },
};
