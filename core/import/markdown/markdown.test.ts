import { describe, expect, it } from 'vitest'
import { articleText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { importMarkdown } from './markdown.ts'

describe('the head of a Markdown file', () => {
  it('loses no word unsaid', () => {
    const source = [
      ...[
        '---',
        'title: عنوان الملف',
        'author: سعاد',
        'copyright: © وكالة',
        'tags:',
        '  - نفط',
        'seo:',
        '  canonical: أصل',
      ],
      ...['status: usable', '---', '# العنوان', '', 'نص.', ''],
    ].join('\n')
    const { article, losses } = importMarkdown(source, { id: 'a', newId: counter('m') })
    expect(articleText(article).replaceAll(/\s+/gu, ' ')).toBe('العنوان سعاد نص.')
    expect(article.metadata.keywords).toEqual(['نفط'])
    expect(losses).toEqual([
      { code: 'fields', count: 3, examples: ['title: عنوان الملف', 'copyright: © وكالة', 'canonical: أصل'] },
    ])
  })
})
