const RUN = 'window.pwned=1'
const CARRIERS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></table></mtext></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror="${RUN}"></annotation-xml></math>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<a href="javascript:${RUN}">اضغط</a>`,
  `<a href="java&#10;script:${RUN}">اضغط</a>`,
  `<a href=" javascript:${RUN}">اضغط</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">اضغط</a>`,
  `<a href="vbscript:${RUN}">اضغط</a>`,
  `<template><script>${RUN}</script></template>`,
  `<template shadowrootmode="open"><img src=x onerror="${RUN}"></template>`,
  `<object data="javascript:${RUN}"></object><embed src="javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button formaction="javascript:${RUN}">زر</button></form>`,
  `<details open ontoggle="${RUN}">نص</details>`,
  `<video><source onerror="${RUN}"></video><audio src=x onerror="${RUN}">`,
  `<body onload="${RUN}"><p onclick="${RUN}" onfocus="${RUN}" tabindex=0 autofocus>نص</p>`,
  `<style>@import 'https://evil.example/x.css'; p{background:url(https://evil.example/y)}</style><p>نص</p>`,
  `<p style="background:url(https://evil.example/z);position:fixed;inset:0">نص</p>`,
  `<link rel=stylesheet href="https://evil.example/a.css"><meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<base href="https://evil.example/"><a href="/x">نص</a>`,
  `<img src="https://evil.example/track.gif"><img srcset="https://evil.example/2x 2x">`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>">`,
  `<table background="https://evil.example/t"><td background="https://evil.example/u">خلية</td></table>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<div data-slate-fragment="eyJ0eXBlIjoicG9sbCJ9" data-m-bold="1" data-m-note="1">نص</div>`,
  `<div data-slate-fragment="W3sidHlwZSI6Im1hbHdhcmUiLCJjaGlsZHJlbiI6W3sidGV4dCI6IngifV19XQ==">نص</div>`,
  `<!--[if gte mso 9]><script>${RUN}</script><![endif]--><p>نص</p>`,
  `<select><option><img src=x onerror="${RUN}"></option></select><textarea></textarea><img src=x onerror="${RUN}">`,
  `<xmp><img src=x onerror="${RUN}"></xmp><plaintext><img src=x onerror="${RUN}">`,
  `<a id=body><input name=attributes><form><input name=parentNode></form></a>`,
  `<p dir="auto" lang="javascript:x" contenteditable="false">نص</p>`,
]

const WRAPS: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `<p>قبل ${inner} بعد</p>`,
  (inner) => `<table><tr><td>${inner}</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>`,
  (inner) => `<ul><li>${inner}<ul><li>${inner}</li></ul></li></ul>`,
  (inner) => `<figure><figcaption>${inner}</figcaption></figure>`,
]

/** @returns an element nested in itself. */
function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + 'عمق' + close.repeat(depth)
}

/** @returns deeply nested JSON as a text: `JSON.stringify` would exhaust the stack. */
function deepFragment(depth: number): string {
  const node = '{"type":"quote","id":"q","dir":"rtl","children":['
  return `{"midad":1,"blocks":[${node.repeat(depth)}{"text":"عمق"}${']}'.repeat(depth)}]}`
}

/** @returns hostile clipboards. */
export function hostilePastes(): Record<string, string>[] {
  const html = CARRIERS.flatMap((carrier) => WRAPS.map((wrap) => wrap(carrier)))
  const bombs = [
    nested('<div>', '</div>', 20_000),
    nested('<blockquote>', '</blockquote>', 5000),
    nested('<ul><li>', '</li></ul>', 5000),
    nested('<table><tr><td>', '</td></tr></table>', 2000),
    nested('<b><i>', '</i></b>', 5000),
    nested('<svg><g>', '</g></svg>', 5000),
    `<p>${'نص '.repeat(20)}</p>`.repeat(50),
    `<p>${'a'.repeat(5_000_000)}</p>`,
    `<p ${'x="1" '.repeat(20_000)}>نص</p>`,
    '<table>' + '<tr><td>1</td><td>2</td></tr>'.repeat(5000) + '</table>',
  ]
  const fragments = [
    deepFragment(20_000),
    deepFragment(150),
    '{"midad":1,"blocks":[{"type":"malware","children":[{"text":"x"}],"onload":"window.pwned=1"}]}',
    '{"midad":1,"blocks":[{"type":"paragraph","id":"p","dir":"rtl","children":[{"type":"link","url":"javascript:window.pwned=1","children":[{"text":"اضغط"}]}]}]}',
    '{"midad":1,"blocks":[{"type":"embed","url":"javascript:window.pwned=1","children":[]}]}',
    '{"midad":1,"blocks":[{"type":"figure","asset":{"hash":"../../etc/passwd"},"alt":"","children":[]}]}',
    '{"midad":1,"blocks":"no"}',
    '[[[[',
    '{"midad":1,"blocks":[null,7,"نص"]}',
    '{"__proto__":{"polluted":1},"midad":1,"blocks":[{"type":"paragraph","__proto__":{"x":1},"children":[{"text":"نص"}]}]}',
  ]
  const planted = bombs.slice(0, 2).map((bomb) => ({ 'text/html': bomb, 'application/x-slate-fragment': 'W3t9XQ==' }))
  return [
    ...html.map((each) => ({ 'text/html': each })),
    ...bombs.map((each) => ({ 'text/html': each, 'text/plain': 'نص' })),
    ...fragments.map((each) => ({ 'application/x-midad-blocks': each, 'text/plain': 'نص' })),
    ...planted,
    ...Array.from({ length: 10 }, (_, index) => ({ 'text/plain': `\u0000\u202E${'\u0301'.repeat(50)}${index}\uD800` })),
  ]
}
