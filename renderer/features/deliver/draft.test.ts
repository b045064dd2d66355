import { describe, expect, it } from 'vitest'
import { configOf, draftOf, emptyDraft, invalidFields } from './draft.ts'

describe('a destination while it is entered', () => {
  it('becomes what the contract takes, without empty rows', () => {
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
  it('comes back as it was', () => {
    const config = { kind: 'folder', folder: '/srv/desk', layout: 'by-date' } as const
    expect(configOf(draftOf({ id: 'd1', name: 'المكتب', config, hasSecret: true }))).toEqual(config)
  })
  it('takes an address without its beginning for a secure one', () => {
    expect(configOf({ ...emptyDraft('ghost'), address: 'example.net/blog/' })).toMatchObject({
      address: 'https://example.net/blog',
    })
  })
  it('says which fields are missing or wrong', () => {
    expect(invalidFields(emptyDraft('wordpress'), false)).toEqual(['name', 'address', 'account', 'secret'])
    expect(invalidFields({ ...emptyDraft('ghost'), name: 'غوست', address: 'a b' }, true)).toEqual(['address'])
    expect(invalidFields({ ...emptyDraft('folder'), name: 'مجلد' }, true)).toEqual(['folder'])
    expect(invalidFields({ ...emptyDraft('folder'), name: 'مجلد', folder: '/srv' }, true)).toEqual([])
  })
})
