import { ContractError } from '#core/contract/errors.ts'
import { listKnownNames } from '#db/tables/known-names.ts'
import { listThreads } from '#db/tables/threads.ts'
import { loadHead } from '../articles/load-article.ts'
import type { Handlers } from '../context.ts'
import { addToThread, beginThread, ownMessage, replyTo } from '../review/threads.ts'

export const threadsHandlers: Handlers<'threads'> = {
  'threads.list': ({ id }, { store }) => {
    loadHead(store, id)
    return listThreads(store.db, id)
  },
  'threads.begin': (input, context) => ({ thread: beginThread(input, context) }),
  'threads.reply': (input, context) => ({ thread: replyTo(input, context) }),
  'threads.edit': (input, context) => ({
    thread: addToThread(input, context, (thread) => {
      const message = ownMessage(thread, input.messageId, input.actor)
      if (message.isTakenBack) throw new ContractError('not-found', { id: message.id })
      return { action: 'edited', messageId: message.id, text: input.text }
    }),
  }),
  'threads.takeBack': (input, context) => ({
    thread: addToThread(input, context, (thread) => {
      const message = ownMessage(thread, input.messageId, input.actor)
      return { action: 'taken-back', messageId: message.id, text: '' }
    }),
  }),
  'threads.resolve': (input, context) => ({
    thread: addToThread(input, context, () => ({ action: 'resolved', messageId: null, text: '' })),
  }),
  'threads.reopen': (input, context) => ({
    thread: addToThread(input, context, () => ({ action: 'reopened', messageId: null, text: '' })),
  }),
  'threads.people': (_input, { store }) => ({ names: listKnownNames(store.db) }),
}
