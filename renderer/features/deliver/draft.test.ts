import { describe, expect, it } from 'vitest'
import { configOf, draftOf, emptyDraft, invalidFields } from './draft.ts'

describe('the form of a destination', () => {
  it('becomes a valid configuration, without empty rows', () => {
    const draft = {
      ...emptyDraft('wordpress'),
      address: ' https://example.net/ ',
      account: ' souad ',
      sections: [
        { section: 'سياسة', category: 'أخبار' },
        { section: ' ', category: 'رياضة' },
      ],
    }
    expect(configOf(draft)).toEqual({
      kind: 'wordpress',
      address: 'https://example.net',
      account: 'souad',
      sections: { سياسة: 'أخبار' },
    })
  })
  it('maps bylines to accounts', () => {
    const authors = [
      { byline: ' سعاد ', account: 'souad@example.org ' },
      { byline: 'كريم', account: ' ' },
    ]
    const config = configOf({ ...emptyDraft('ghost'), address: 'https://example.net', authors })
    expect(config).toEqual({
      kind: 'ghost',
      address: 'https://example.net',
      sections: {},
      authors: { سعاد: 'souad@example.org' },
    })
    if (config === null) throw new Error('no configuration')
    expect(configOf(draftOf({ id: 'd1', name: 'غوست', config, hasSecret: true }))).toEqual(config)
  })
  it('is restored from a stored configuration', () => {
    const config = { kind: 'folder', folder: '/srv/desk', layout: 'by-date', readByOthers: true } as const
    expect(configOf(draftOf({ id: 'd1', name: 'المكتب', config, hasSecret: true }))).toEqual(config)
  })
  it('adds https to an address without a scheme', () => {
    expect(configOf({ ...emptyDraft('ghost'), address: 'example.net/blog/' })).toMatchObject({
      address: 'https://example.net/blog',
    })
  })
  it('lists missing and invalid fields', () => {
    expect(invalidFields(emptyDraft('wordpress'), false)).toEqual(['name', 'address', 'account', 'secret'])
    expect(invalidFields({ ...emptyDraft('ghost'), name: 'غوست', address: 'a b' }, true)).toEqual(['address'])
    expect(invalidFields({ ...emptyDraft('folder'), name: 'مجلد' }, true)).toEqual(['folder'])
    expect(invalidFields({ ...emptyDraft('folder'), name: 'مجلد', folder: '/srv' }, true)).toEqual([])
  })
})
