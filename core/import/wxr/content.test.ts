import { describe, expect, it } from 'vitest'
import { expectLinear } from '#tests/support/growth.ts'
import { Losses } from '../losses.ts'
import { postHtml } from './content.ts'

describe('the signs of WordPress', () => {
  it.each([
    '[caption ',
    '[caption]<img ',
    '[caption]<a <img ',
    '[embed ',
    '[embed]http://x',
    '[gallery ',
    '[x a="',
    `[x a="' b='`,
    '[x a="b" ',
  ])('that never end are read once, and not once for each: %s', async (sign) => {
    await expectLinear((size) => postHtml(sign.repeat(size / sign.length), new Losses()))
  })

  it('become a picture with its caption and an embed', () => {
    const post =
      '[caption id="a" width="3"]<a href="x"><img src="a.jpg" alt="&gt;" /></a> تعليق [/caption][embed width="1"]https://x.example/1[/embed]'
    expect(postHtml(post, new Losses())).toBe(
      '<figure><a href="x"><img src="a.jpg" alt="&gt;" /></a><figcaption> تعليق </figcaption></figure><figure class="embed">https://x.example/1</figure>',
    )
  })
})
