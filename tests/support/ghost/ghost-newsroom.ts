import type { Delivery } from '#core/contract/deliveries.ts'
import { newsroom, rewrite, type Newsroom } from '#tests/support/newsroom.ts'
import type { FakeGhost } from './fake-ghost.ts'
import { GHOST_KEY } from './fake-token.ts'
import { ghostInStep } from './ghost-in-step.ts'

/** @returns a newsroom whose destination is a Ghost. */
export async function ghostNewsroom(
  secret = GHOST_KEY,
  authors: Record<string, string> = {},
): Promise<{ ghost: FakeGhost; news: Newsroom }> {
  const { ghost, fetch } = await ghostInStep()
  const config = { kind: 'ghost', address: ghost.url, sections: { سياسة: 'الشأن السياسي' }, authors } as const
  return { ghost, news: await newsroom(config, secret, { sending: { fetch } }) }
}

/** Publishes the article, changes it both at Ghost and here, and sends it. @returns Ghost's post, and what is held. */
export async function sendChangedTwice(
  ghost: FakeGhost,
  news: Newsroom,
): Promise<{ post: FakeGhost['posts'][number]; held: Delivery }> {
  await news.push()
  const [post] = ghost.posts
  if (post === undefined) throw new Error('There is no post')
  Object.assign(post, { title: 'عنوان الموقع', updated_at: ghost.tick() })
  await news.edit((article) => rewrite(article, 'نص جديد.'))
  return { post, held: await news.push() }
}
