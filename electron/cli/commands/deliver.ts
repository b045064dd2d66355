import type { Delivery } from '#core/contract/deliveries.ts'
import { problemWords } from '#core/locale/delivery-problem.ts'
import type { Translate } from '#core/locale/translate.ts'
import { Failure } from '../failure.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

/** Lists the destinations, without their passwords. */
export async function destinationsCommand({ call, t }: Session): Promise<Answer> {
  const { destinations } = await call('destinations.list', {})
  const lines = destinations.map(({ id, name, config, hasSecret }) => {
    const place = config.kind === 'folder' ? config.folder : config.address
    const secret = hasSecret ? [] : [t('deliver.problem-secret-missing')]
    return [id, name, t(`deliver.kind-${config.kind}`), place, ...secret].join('\t')
  })
  return { value: destinations, lines: lines.length === 0 ? [t('cli.no-destinations')] : lines }
}

export type DeliverOptions = { to: string; action: 'publish' | 'withdraw' | 'kill' }

/** Sends an article and waits for the first attempt. A delivery that failed stays in the queue. */
export async function deliverCommand(session: Session, typedId: string, options: DeliverOptions): Promise<Answer> {
  const { call, t } = session
  const id = await findArticle(session, typedId)
  const destinationId = await findDestination(session, options.to)
  const { deliveryId } = await call('deliveries.send', { id, destinationId, action: options.action })
  const { delivery } = await call('deliveries.retry', { deliveryId })
  const hasArrived = delivery.state === 'delivered' || delivery.state === 'scheduled'
  return { value: delivery, lines: [deliveryLine(delivery, t)], isNo: !hasArrived }
}

async function findDestination({ call }: Session, typed: string): Promise<string> {
  const { destinations } = await call('destinations.list', {})
  const found = destinations.filter(({ id, name }) => id === typed || name === typed.trim())
  const [only, another] = found
  if (only === undefined) throw new Failure(1, 'cli.destination-unknown', { name: typed })
  if (another !== undefined) throw new Failure(1, 'cli.destination-ambiguous', { name: typed })
  return only.id
}

/** Lists the deliveries of one article or of all, the newest first. */
export async function deliveriesCommand(session: Session, typedId: string | undefined): Promise<Answer> {
  const id = typedId === undefined ? null : await findArticle(session, typedId)
  const { deliveries } = await session.call('deliveries.list', { id })
  const lines = deliveries.map((delivery) => deliveryLine(delivery, session.t))
  return { value: deliveries, lines: lines.length === 0 ? [session.t('cli.no-deliveries')] : lines }
}

function deliveryLine(
  { id, headline, destination, action, state, problem, isUnchanged, link, nextAttempt, scheduledFor }: Delivery,
  t: Translate,
) {
  const why = problem === null ? [] : [problemWords(problem, t)]
  const same = isUnchanged && state === 'delivered' ? [t('deliver.unchanged')] : []
  // It only waits for its embargo, here or at the destination.
  const isEarly = nextAttempt !== null && problem === null && (state === 'queued' || state === 'scheduled')
  const due = isEarly ? [t('cli.delivery-due', { time: scheduledFor ?? nextAttempt })] : []
  const name = headline || t('common.untitled')
  const what = [id, t(`deliver.state-${state}`), t(`publish.action-${action}`), name, destination.name]
  return [...what, ...(link === null ? [] : [link]), ...same, ...due, ...why].join('\t')
}
