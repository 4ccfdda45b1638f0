/** One style for the screen, for a dark screen and for print. Generic fonts only: the file fetches nothing. */
export const STYLE = `
:root { --ink: #1d2430; --soft: #5a6473; --line: #d5dae1; --tint: #f4f6f8; --link: #174a7c; --page: #fff; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e7ec; --soft: #a3adba; --line: #3b4450; --tint: #1f262f; --link: #8fc1f2; --page: #161b22; } }
* { box-sizing: border-box; }
html { font: 1.0625rem/1.6 Georgia, "Times New Roman", "Liberation Serif", serif; color: var(--ink); background: var(--page); }
body { max-width: 50rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
h1, h2, h3, h4, .kind, nav, th, caption, figcaption, dt, .clause > .number, .mark { font-family: system-ui, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
header { border-bottom: 3px solid var(--ink); padding-bottom: 1.25rem; }
.kind { margin: 0; color: var(--soft); font-size: .95rem; }
h1 { margin: .25rem 0 .75rem; font-size: 2.1rem; line-height: 1.2; font-weight: 650; text-wrap: balance; }
dl { margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 2.5rem; }
dl div { display: flex; gap: .6rem; }
dt { color: var(--soft); font-size: .95rem; }
dd { margin: 0; }
nav { margin: 1.75rem 0 0; font-size: .95rem; }
nav h2 { margin: 0 0 .5rem; border: 0; padding: 0; font-size: 1rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav > ol { columns: 2 18rem; column-gap: 3rem; }
nav li { break-inside: avoid; margin: .2rem 0; }
nav a { display: flex; }
nav .number { flex: none; }
nav li li { margin-left: 1.6rem; font-size: .92em; }
nav .number { display: inline-block; min-width: 1.6rem; color: var(--soft); }
nav li li .number { min-width: 2.3rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { text-decoration: underline; }
h2 { margin: 3.25rem 0 1rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: 1.5rem; font-weight: 650; line-height: 1.25; }
h3 { margin: 2.25rem 0 .75rem; font-size: 1.17rem; font-weight: 650; line-height: 1.3; }
h4 { margin: 1.5rem 0 .5rem 4rem; font-size: 1rem; font-weight: 650; }
h2 .number, h3 .number { display: inline-block; min-width: 4rem; margin-right: -.25em; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.clause { display: grid; grid-template-columns: 4rem 1fr; margin: .7rem 0; }
.clause > .number { color: var(--soft); font-size: .9rem; padding-top: .13rem; font-variant-numeric: tabular-nums; }
p { margin: 0; text-wrap: pretty; }
section > p { margin: .6rem 0 .6rem 4rem; }
ol.items { list-style: none; margin: .35rem 0 0; padding: 0; }
.items > li { display: grid; grid-template-columns: 2.25rem 1fr; margin: .35rem 0; }
.mark { color: var(--soft); font-size: .9rem; padding-top: .1rem; }
.note { margin: .6rem 0 .6rem 4rem; padding: .5rem .9rem; border-left: 3px solid var(--line); background: var(--tint); font-size: .95rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
a:hover { text-decoration-color: currentColor; }
em { font-style: italic; }
:target { background: var(--tint); scroll-margin-top: 1rem; }
.table { margin: 1rem 0 1.4rem 4rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; font-size: .92rem; padding-bottom: .4rem; }
th, td { padding: .42rem .8rem .42rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1.5px solid var(--soft); font-size: .85rem; font-weight: 600; color: var(--soft); }
tbody th { font-family: inherit; font-weight: 400; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1rem 0 1.4rem 4rem; max-width: 32rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.2rem 1.5rem; margin: 1rem 0 1.4rem 4rem; }
.figures figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { margin-top: .35rem; font-size: .88rem; color: var(--soft); }
#signatures ~ .table td, #signatures ~ .table tbody th { height: 3.2rem; vertical-align: bottom; }
@media (max-width: 40rem) {
  .clause { grid-template-columns: 3.1rem 1fr; }
  h2 .number, h3 .number { min-width: 3.1rem; }
  .table, figure, .figures, .note, h4, section > p { margin-left: 0; }
  .figures { grid-template-columns: 1fr; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --tint: #f4f4f4; --link: #000; --page: #fff; }
  @page { size: A4; margin: 22mm 20mm 20mm; @bottom-center { content: counter(page) " of " counter(pages); font: 9pt sans-serif; } }
  html { font-size: 10.5pt; line-height: 1.45; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  .clause p, tr, figure, .note, li { break-inside: avoid; }
  thead { display: table-header-group; }
  :target { background: none; }
}
`;
