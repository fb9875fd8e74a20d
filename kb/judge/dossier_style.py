"""How a dossier looks, on screen and on paper: no font, picture or sheet from elsewhere."""

STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff;
  max-width: 62rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, table, nav, .status, svg, .small, caption
  { font-family: "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .2rem; }
h3 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; border-top: 1px solid #999; padding-top: 1rem; }
h2 + h3 { border-top: 0; padding-top: 0; margin-top: 1rem; }
h4 { font-size: .95rem; margin: 1.5rem 0 .4rem; }
p { margin: .5rem 0; }
a { color: #0b4a8f; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem;
  font-size: .85rem; line-height: 1.4; }
caption { caption-side: top; text-align: left; font-size: .85rem; color: #444; padding: .25rem 0 .4rem; }
th, td { border: 1px solid #bbb; padding: .4rem .55rem; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { font-weight: 600; }
td p, th p, li p { margin: 0 0 .35rem; }
td p:last-child, th p:last-child { margin-bottom: 0; }
.cover th { width: 12rem; }
.sides { table-layout: fixed; }
.summary th:first-child, .reports th:first-child, .timeline td:last-child { width: 2.2rem; }
.timeline tbody th { width: 11rem; font-weight: 400; }
blockquote { margin: .3rem 0 .45rem; padding-left: .7rem; border-left: 3px solid #888;
  font-family: Georgia, "Times New Roman", serif; font-size: .95rem; }
.lead { font-size: 1.02rem; background: #f5f5f2; border-left: 4px solid #1a1a1a; padding: .6rem .9rem; }
.caution { font-size: .92rem; color: #333; }
.small { font-size: .8rem; font-weight: 400; color: #444; }
.hash { font: .68rem/1.3 "Courier New", monospace; word-break: break-all; }
.address { word-break: break-all; }
.status { font-size: .78em; font-weight: 700; letter-spacing: .03em; padding: .05em .4em;
  border: 1.5px solid #1a1a1a; border-radius: .2em; white-space: nowrap; }
.status-disputed, .status-denied, .status-doubted { background: #fff3d6; }
.status-refuted, .status-withdrawn { background: #f3dada; }
.status-confirmed, .status-corroborated { background: #e3eddf; }
sup { font-size: .7em; line-height: 0; }
sup a { text-decoration: none; padding: 0 .1em; font-family: Arial, sans-serif; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .9rem; }
svg { width: 100%; height: auto; }
figure { margin: 1rem 0; } figcaption { font-size: .85rem; color: #444; }
.notes { font-size: .88rem; } .notes li { margin-bottom: .5rem; }
:target { background: #fff6bf; }
@page { margin: 18mm 15mm; }
@media print {
  body { font-size: 10pt; max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; } nav { display: none; }
  h2, h3, h4, caption, .keep { break-after: avoid; } tr, blockquote, .lead, svg { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""
