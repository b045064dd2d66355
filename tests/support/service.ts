import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'
import type { Actor } from '#core/review/states.ts'
import { openStore, type Store } from '#db/open.ts'
import type { ServiceOptions } from '#electron/service/context.ts'
import { createService, resultOrThrow, type LocalService } from '#electron/service/service.ts'
import { counter } from './articles.ts'
import { tempFolder } from './temp-folder.ts'

export const REPORTER = { name: 'سعاد', role: 'reporter' } as const
export const EDITOR = { name: 'كريم', role: 'editor' } as const

/** The input of a call, with who makes it. */
export type Acted<N extends CallName> = CallInput<N> & { actor?: Actor }

export type TestService = {
  service: LocalService
  store: Store
  /** The test's own folder; the store lies in it. */
  folder: string
  changes: Change[]
  /**
   * Calls as one window. A call that names an actor is made as that person, whoever works in the store.
   * @throws ContractError a refusal.
   */
  call: <N extends CallName>(name: N, input: Acted<N>, client?: string) => Promise<CallOutput<N>>
}

/** @returns a service over a real store. Its clock moves a minute each time it is read, and its ids count. */
export function testService(
  folder: string = tempFolder(),
  sending: ServiceOptions['sending'] = {},
  prefix = 'article',
  shell: Pick<ServiceOptions, 'isRestart' | 'parse' | 'folderChoice' | 'mayTakeRole' | 'mayReach'> & {
    now?: ServiceOptions['now']
  } = {},
): TestService {
  let minutes = 0
  const newId = counter(prefix)
  const store = openStore(join(folder, 'store'))
  const service = createService({
    store,
    now: () => new Date(Date.UTC(2026, 10, 24, 8, (minutes += 1))).toISOString(),
    newId,
    newBlockId: counter('block'),
    home: folder,
    keyFolder: join(folder, 'keys'),
    sending,
    ...shell,
  })
  const changes: Change[] = []
  service.onChange((change) => changes.push(change))
  onTestFinished(() => service.close())
  return {
    service,
    store,
    folder,
    changes,
    call: async (name, { actor, ...input }, client = 'one') =>
      resultOrThrow(await service.call(name, input, client, actor)),
  }
}

/** @returns the id of a new article with a headline and a paragraph, saved by its reporter. */
export async function writtenArticle({ call }: TestService, headline = 'عنوان', client = 'one'): Promise<string> {
  const { id } = await call('articles.create', { actor: REPORTER }, client)
  const { article, saveNumber } = await call('articles.open', { id, actor: REPORTER }, client)
  const [head, body] = article.document
  const document = [
    { ...head, children: [{ text: headline }] },
    { ...body, children: [{ text: 'نص المقالة.' }] },
  ] as typeof article.document
  await call(
    'articles.save',
    { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
    client,
  )
  return id
}
