import { describe, expect, it } from 'vitest'
import { articleText, blockText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { importHtml } from './page.ts'

function imported(body: string) {
  const { article, losses } = importHtml(`<html lang="ar" dir="rtl"><body>${body}</body></html>`, {
    ...{ id: 'a', newId: counter('h') },
  })
  return { article, text: articleText(article).replaceAll(/\s+/gu, ' '), losses }
}

const within = (content: string) => imported(`<article><h1>العنوان</h1>${content}</article>`)

describe('a page loses no word unsaid:', () => {
  it('of two articles the longer comes in, and the other is reported, like all that stands beside them', () => {
    const { text, losses } = imported(
      `شعار<header><nav>الرئيسة</nav></header><main><article><h1>العنوان</h1><p>المقالة الطويلة كلها.</p></article>
      <article><h2>خبر آخر</h2><script>x()</script><p>قصير.</p></article></main><aside>اقرأ أيضًا</aside><div hidden>سر</div><footer>الحقوق محفوظة</footer>`,
    )
    expect(text).toBe('العنوان المقالة الطويلة كلها.')
    expect(losses).toEqual([
      { code: 'beside-article', count: 3, examples: ['شعار', 'خبر آخر قصير.', 'اقرأ أيضًا'] },
      { code: 'hidden-text', count: 1, examples: ['سر'] },
      { code: 'page-furniture', count: 2, examples: ['الرئيسة', 'الحقوق محفوظة'] },
    ])
  })

  it('a headline that stands outside the article is its headline, and no loss', () => {
    const { text, losses } = imported('<div><h1>العنوان</h1></div><article><p>نص.</p></article>')
    expect({ text, losses }).toEqual({ text: 'العنوان نص.', losses: [] })
  })

  it('what is hidden is reported; what only voices pass over is text', () => {
    const { text, losses } = within(
      '<p>نص<span hidden> مخفي</span></p><p style="display:none">لا يرى</p><dialog>نافذة</dialog><p aria-hidden="true">يراه الناس</p>',
    )
    expect(text).toBe('العنوان نص يراه الناس')
    expect(losses).toEqual([{ code: 'hidden-text', count: 3, examples: ['مخفي', 'لا يرى', 'نافذة'] }])
  })

  it('buttons, choices and what stands for an object are reported', () => {
    const { text, losses } = within(
      '<p>نص</p><button>شارك</button><select><option>بغداد</option></select><object data="x.swf"><p>لا فلاش</p></object>',
    )
    expect(text).toBe('العنوان نص')
    expect(losses).toEqual([
      { code: 'media', count: 1, examples: ['لا فلاش'] },
      { code: 'page-furniture', count: 2, examples: ['شارك', 'بغداد'] },
    ])
  })

  it('a figure in the caption of another is read once', () => {
    const { text } = within('<figure><figcaption>أ<figure><figcaption>ب</figcaption></figure></figcaption></figure>')
    expect(text).toBe('العنوان ب أ')
  })

  it('a table keeps the words of every cell, and tells of pictures and films in them', () => {
    const { article, text, losses } = within(
      '<table><caption>جدول</caption><tr><td>أ<p>ب</p></td><td colspan="2">ج<video src="https://v.example/1"></video></td></tr><tfoot><tr><td>د</td></tr></tfoot></table>',
    )
    expect(text).toBe('العنوان جدول أ ب ج د')
    expect(article.document.at(-1)?.type).toBe('table')
    expect(losses).toEqual([
      { code: 'other-text', count: 1, examples: ['https://v.example/1'] },
      { code: 'merged-cells', count: 1, examples: ['ج'] },
    ])
  })

  it('a table with merged cells keeps every cell in its column', () => {
    const { article } = within(
      '<table><tr><th rowspan=2>محافظة</th><th colspan=2>المقاعد</th></tr><tr><td>2021</td><td>2025</td></tr><tbody><tr><th rowspan="0">بغداد</th><td>69</td><td>71</td></tr><tr><td colspan="x">70</td><td>72</td></tr></tbody></table>',
    )
    const table = article.document.at(-1)
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.children.map((row) => row.children.map(blockText))).toEqual([
      ['محافظة', 'المقاعد', ''],
      ['', '2021', '2025'],
      ['بغداد', '69', '71'],
      ['', '70', '72'],
    ])
    expect(table).toMatchObject({ header: true, headerColumn: true })
  })

  it('a film becomes a card of its address with all its words; without an address it is reported', () => {
    const { article, text, losses } = within(
      '<figure class="embed"><a href="https://v.example/2">شاهد</a><p>كلام جانبي</p><figcaption>تعليق <cite>وكالة</cite></figcaption></figure><iframe src="https://v.example/3"></iframe><iframe srcdoc="<p>x"></iframe>',
    )
    expect(article.document.filter(({ type }) => type === 'embed')).toMatchObject([
      { url: 'https://v.example/2' },
      { url: 'https://v.example/3' },
    ])
    expect(text).toBe('العنوان تعليق وكالة شاهد كلام جانبي')
    expect(losses).toEqual([{ code: 'media', count: 1, examples: [] }])
  })

  it('two films in one figure are two cards', () => {
    const { article } = within(
      '<figure><iframe src="https://v.example/4"></iframe><iframe src="https://v.example/5"></iframe></figure>',
    )
    expect(article.document.filter(({ type }) => type === 'embed')).toMatchObject([
      { url: 'https://v.example/4' },
      { url: 'https://v.example/5' },
    ])
  })

  it('words that stand carelessly in figures, lists, quotations and lists of links are read', () => {
    const { text } = within(
      `<figure><img src="a.jpg" alt="صورة"><p>سطر تحت الصورة</p><figcaption>تعليق</figcaption></figure>
      <figure><figure><img src="b.jpg" alt="ب"></figure>بين الصور<figcaption>المعرض</figcaption></figure>
      <ul>كلام في القائمة<li>بند</li></ul>
      <blockquote><p>قول</p><footer><p>قائل</p><p>صفته</p></footer></blockquote>
      <aside class="related"><h3>اقرأ</h3><ul><li><a href="https://x.example/1">مادة</a> قديمة</li></ul></aside>
      <figure class="wp-block-pullquote"><blockquote>بارز</blockquote><p>ذيله</p></figure>`,
    )
    for (const words of [
      ...['سطر تحت الصورة', 'بين الصور', 'المعرض', 'كلام في القائمة', 'بند', 'قائل صفته', 'اقرأ', 'مادة قديمة'],
      ...['بارز', 'ذيله'],
    ])
      expect(text).toContain(words)
  })

  it('a picture in a quotation is reported', () => {
    const { losses } = within('<blockquote><p>قول</p><p><img src="a.jpg" alt="وجه"></p></blockquote>')
    expect(losses).toEqual([{ code: 'misplaced-picture', count: 1, examples: ['وجه'] }])
  })
})
