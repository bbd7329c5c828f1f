/** The style sheet of saved pages, in the scheme of their pictures, and on paper light. */
export const pageStyle = (scheme: 'light' | 'dark') => `
:root { color-scheme: ${scheme}; --text: light-dark(#1f2328, #e6e8ec); --muted: light-dark(#5b6271, #9aa1b0); --line: light-dark(#d8dbe2, #333a47); --ground: light-dark(#f7f8fa, #0f1116); --panel: light-dark(#ffffff, #15181f); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1400px; padding: 16px; background: var(--ground); color: var(--text); font: 14px/1.45 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif; }
h1 { margin: 0 0 4px; font-size: 20px; overflow-wrap: anywhere; }
h2 { margin: 0 0 8px; font-size: 15px; }
h3, h4, h5, h6 { margin: 12px 0 4px; font-size: 14px; }
p { margin: 4px 0; overflow-wrap: anywhere; }
header p, footer, figcaption, .note { color: var(--muted); }
header { margin-bottom: 16px; }
footer { margin-top: 16px; font-size: 12px; }
section, details { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); }
section section, section details { padding: 8px 0 0; border: 0; border-radius: 0; }
h2 .figure { color: var(--muted); font-weight: 400; }
ul { margin: 4px 0; padding: 0; list-style: none; }
li { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 16px; padding: 3px 0; }
ul.rows > li { border-top: 1px solid var(--line); }
ul.rows > li > :first-child { flex: 0 0 190px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 8px 16px; margin: 8px 0; }
dt { color: var(--muted); font-size: 12px; }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { padding: 4px 0; color: var(--muted); text-align: left; }
th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { font-weight: 600; white-space: nowrap; }
.n { text-align: right; }
figure { margin: 8px 0; }
img { display: block; max-width: 100%; height: auto; }
summary { cursor: pointer; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 8px 0; }
.tools input, .tools button { padding: 4px 8px; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); color: var(--text); font: inherit; }
.graph-box { overflow: hidden; }
.details { min-height: 3em; }
.swatch { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; }
.d3-flame-graph rect { stroke: var(--panel); fill-opacity: 1; }
.d3-flame-graph rect:hover { stroke: var(--text); stroke-width: 1; cursor: pointer; }
.d3-flame-graph .d3-flame-graph-label { color: var(--text); font-family: inherit; font-size: 12px; line-height: 18px; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; }
  .tools { display: none; }
  figure, tr, li { break-inside: avoid; }
}
`;
