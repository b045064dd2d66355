import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { expect, newArticle, test } from '../support/app.ts'
import { failureWords, runMonkey } from '../support/monkey/monkey.ts'

const STEPS = Array.from({ length: 60 }, (_, step) => step)

/** The short form of the monkey of `npm run faults`. A failure prints its seed and what was done last. */
for (const seed of [1, 2]) {
  test(`random keys, presses, menus, drags and compositions lose no focus and no word: seed ${seed}`, async ({
    window: page,
    app,
  }) => {
    await newArticle(page, 'عنوان')
    const failure = await runMonkey({
      ...{ page, seed, steps: STEPS, complaints: () => app.complaints, elsewhere: app },
      async stored(id) {
        await page.context().close()
        await app.stop()
        const store = openStore(app.store)
        const document = getArticle(store.db, id)?.article.document ?? []
        store.close()
        return document
      },
    })
    expect(failure === null ? 'nothing' : failureWords(failure)).toBe('nothing')
  })
}
