import type { CallOutput } from '#core/contract/contract.ts'
import type { HandoverPreview } from '#core/contract/handover.ts'
import type { Translate } from '#core/locale/translate.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import { personNamed } from '../person-named.ts'
import { fromHere, type Session } from '../session.ts'
import { createFolder, isMissingFolder } from './export.ts'

/** Writes an article into a hand-over, in a folder that is created if need be. @throws Failure for a person who is not known */
export async function handOverCommand(
  session: Session,
  typedId: string,
  { out, to }: { out: string; to?: string },
): Promise<Answer> {
  const id = await findArticle(session, typedId)
  const person = to === undefined ? null : (await personNamed(session, to)).id
  const folder = fromHere(out)
  const write = (): Promise<CallOutput<'handover.give'>> => session.call('handover.give', { id, folder, to: person })
  const written = await write().catch((error: unknown) => {
    if (!isMissingFolder(error)) throw error
    createFolder(folder)
    return write()
  })
  return { value: { id, to: person, ...written }, lines: [session.t('cli.handed-over', { path: written.path })] }
}

/** Takes a hand-over in, or says what it would do. */
export async function takeCommand(
  session: Session,
  path: string,
  { look, proposeClashes }: { look: boolean; proposeClashes: boolean },
): Promise<Answer> {
  const file = { path: fromHere(path) }
  const found: CallOutput<'handover.look'> = look
    ? await session.call('handover.look', { file })
    : await session.call('handover.take', { file, clashes: proposeClashes ? 'propose' : 'refuse' })
  const { t } = session
  const isTaken = !look && found.effect !== 'nothing'
  const { id, headline } = found
  return {
    value: { ...found, isTaken },
    lines: [...linesOf(found, t), isTaken ? t('cli.taken', { id, headline }) : t('cli.not-taken')],
  }
}

function linesOf(
  { sender, wasEncrypted, effect, clashes, state, unproven, decisions }: HandoverPreview,
  t: Translate,
): string[] {
  return [
    ...senderLines(sender, t),
    ...(wasEncrypted ? [t('handover.encrypted')] : []),
    t(`handover.effect-${effect}`, { count: clashes }),
    t('handover.state', { state: t(`common.state-${state}`) }),
    ...(unproven === null ? [] : [t('handover.unproven', { state: t(`common.state-${unproven}`) })]),
    ...(decisions === null
      ? []
      : [
          t('handover.decisions', {
            stands: t(`common.state-${decisions[0]}`),
            other: t(`common.state-${decisions[1]}`),
          }),
        ]),
  ]
}

function senderLines(sender: HandoverPreview['sender'], t: Translate): string[] {
  if (sender === null) return [t('handover.sender-none')]
  const { knownAs, name, fingerprint } = sender
  return knownAs === null
    ? [t('handover.sender-unknown', { name }), `${t('handover.fingerprint')}\t${fingerprint}`]
    : [t('handover.sender-known', { name: knownAs })]
}
