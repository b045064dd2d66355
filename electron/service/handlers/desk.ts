import { currentAssignment } from '#core/review/assignment.ts'
import { arrivalsFor } from '#db/tables/arrivals.ts'
import { listAssignments } from '#db/tables/assignments.ts'
import { beginReading, setRead } from '#db/tables/deeds.ts'
import { countQueues } from '#db/tables/queues.ts'
import { eachArticle } from '../articles/each-article.ts'
import { loadHead } from '../articles/load-article.ts'
import type { Handlers } from '../context.ts'
import { assign } from '../review/assign.ts'
import { catchUpQueues } from '../review/catch-up-queues.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const deskHandlers: Handlers<'desk'> = {
  'desk.queues': ({ actor: { name } }, { store, now }) => {
    const at = now()
    catchUpQueues(store)
    if (!store.readOnly) beginReading(store.db, name, at)
    return { counts: countQueues(store.db, name, at) }
  },
  'desk.assign': (input, context) => eachArticle(input.ids, (id) => assign(id, input, context)),
  'desk.assignments': ({ id }, { store }) => {
    loadHead(store, id)
    const { entries, damaged } = listAssignments(store.db, id)
    return { now: currentAssignment(entries), entries, damaged }
  },
  'desk.setRead': ({ ids, isRead, actor: { name } }, { store, emit, clientId }) => {
    requireWritableStore(store)
    const changed = store.db.transaction(() => ids.filter((id) => setRead(store.db, id, name, isRead)))
    for (const id of changed) emit({ type: 'desk-changed', id, by: clientId })
    return {}
  },
  'desk.arrivals': ({ after, actor: { name } }, { store }) => {
    catchUpQueues(store)
    return { person: name, ...arrivalsFor(store.db, name, after) }
  },
}
