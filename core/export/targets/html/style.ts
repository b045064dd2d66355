/**
 * The style of the page in the preview and as a file. A CMS uses its own style with the same elements. It has logical
 * properties only, so that it suits both directions.
 */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #6a645b; --line: #e2dcd0; --paper: #fdfcf9; --link: #1f5a7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ebe7df; --soft: #a49d91; --line: #38342e; --paper: #1a1917; --link: #8fc3de; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font-family: 'Noto Naskh Arabic', 'Noto Naskh', 'Geeza Pro', 'Traditional Arabic', 'Times New Roman', serif;
  font-size: 1.1875rem; line-height: 1.95; text-align: start; overflow-wrap: break-word;
}
article { max-inline-size: 38em; margin-inline: auto; padding-block: 3.5rem 5rem; padding-inline: 1.5rem; }
header { margin-block-end: 2.25rem; padding-block-end: 1.5rem; border-block-end: 1px solid var(--line); }
h1 { margin-block: 0 1rem; font-size: 2.125rem; line-height: 1.5; font-weight: 700; text-wrap: balance; }
h2 { margin-block: 2.5rem .75rem; font-size: 1.4375rem; line-height: 1.6; text-wrap: balance; }
h3 { margin-block: 2rem .5rem; font-size: 1.1875rem; line-height: 1.7; }
p { margin-block: 0 1.25rem; text-wrap: pretty; }
.kicker { margin-block-end: .375rem; color: var(--soft); font-size: 1rem; font-weight: 600; }
.deck { color: var(--soft); font-size: 1.3125rem; line-height: 1.75; text-wrap: balance; }
.byline, .dateline { margin-block-end: .125rem; color: var(--soft); font-size: 1rem; }
.byline { color: var(--ink); font-weight: 600; }
header p:last-child { margin-block-end: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .3em; }
em { font-style: normal; text-decoration: underline dotted from-font; text-underline-offset: .3em; }
:lang(en) em, :lang(und) em { font-style: italic; text-decoration: none; }
u { text-underline-offset: .3em; }
blockquote { margin-block: 2rem; margin-inline: 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
blockquote p { margin-block-end: .5rem; }
.attribution { color: var(--soft); font-size: 1rem; }
ul, ol { margin-block: 0 1.25rem; padding-inline-start: 1.75rem; }
li { margin-block-end: .375rem; }
li::marker { color: var(--soft); }
figure { margin-block: 2rem; margin-inline: 0; }
img { display: block; max-inline-size: 100%; block-size: auto; border-radius: 4px; }
figcaption { margin-block-start: .625rem; color: var(--soft); font-size: .9375rem; line-height: 1.75; }
figcaption p { margin-block-end: 0; }
.credit { font-size: .875rem; opacity: .85; }
hr { inline-size: 6rem; margin-block: 2.5rem; margin-inline: auto; border: 0; border-block-start: 1px solid var(--line); }
.verse { display: grid; grid-template-columns: repeat(auto-fit, minmax(12em, 1fr)); column-gap: 2.5em; margin-block: .75rem; }
.hemistich { margin: 0; }
.pullquote { margin-block: 2rem; padding-block: 1rem; border-block: 1px solid var(--line); font-size: 1.5rem; line-height: 1.75; text-wrap: balance; }
.pullquote p { margin: 0; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; margin-block: 2rem; }
.gallery figure { margin: 0; }
.embed > p { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; }
.factbox, .related { margin-block: 2rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 4px; }
.factbox > :last-child, .related ul { margin-block-end: 0; }
.correction { margin-block: 2rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--soft); }
.correction p { margin-block: 0; }
.correction-head { color: var(--soft); font-size: 1rem; }
.notice { margin-block: 2rem; padding: 1.25rem 1.5rem; border: 2px solid var(--ink); border-radius: 4px; font-weight: 600; }
.notice p { margin: 0; }
.factbox-title { margin-block: 0 .5rem; }
table { inline-size: 100%; margin-block: 2rem; border-collapse: collapse; font-size: 1.0625rem; line-height: 1.7; }
th, td { padding: .5rem .75rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--soft); font-weight: 600; }
@media print { body { background: none; } article { padding: 0; max-inline-size: none; } }
`
