const OWN_PICTURE = /!\[[^\]]*\]\((?!https:)[^)]+\)\n*/g;
const OWN_LINK = /\[([^\]]+)\]\((?!https:|#)[^)]+\)/g;

/**
 * The README as editors show it beside an installed extension: they look up nothing in its folder there, so that
 * pictures would be missing and links would lead nowhere. The walkthrough has the pictures.
 * @param {string} markdown
 */
export function packagedReadme(markdown) {
  return markdown.replace(OWN_PICTURE, '').replace(OWN_LINK, '$1');
}
