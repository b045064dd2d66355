import { useEffect, useRef, useState } from 'react'
import { Folder, Globe, Pencil, Send, Trash2 } from 'lucide-react'
import { DESTINATION_KINDS, type DestinationKind } from '#core/export/destinations/index.ts'
import { useMay } from '#renderer/bridge/who.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { DestinationForm } from './destination-form.tsx'
import { draftOf, emptyDraft } from './draft.ts'
import { RemovalDialog } from './removal-dialog.tsx'
import { useDestinations, type Destination } from '#renderer/bridge/use-destinations.ts'
import './deliver.css'

type Editing = { destination: Destination | null; kind: DestinationKind }

/** Lists the destinations, and adds, edits, tests and removes them. */
export function DestinationsScreen() {
  const t = useT()
  const mayChange = useMay('destination other than it is').may
  const { listing, error, reload } = useDestinations()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [removing, setRemoving] = useState<Destination | null>(null)
  const screen = useRef<HTMLDivElement>(null)
  const edited = useRef<Editing | null>(null)
  useEffect(() => {
    if (editing !== null) edited.current = editing
    // Return the focus to the button that opened the form. Saving the first destination replaces the whole screen.
    else if (edited.current !== null && document.activeElement === document.body) {
      screen.current?.querySelector<HTMLElement>(opener(edited.current))?.focus({ preventScroll: true })
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- both decide which buttons are there
  }, [editing, listing])
  if (listing === null) {
    return (
      <Frame title={t('destinations.title')}>
        {error === null ? (
          <Progress label={t('common.loading')} />
        ) : (
          <div className="deliver-failed">
            <ErrorText error={error} />
            <Button onPress={reload}>{t('common.retry')}</Button>
          </div>
        )}
      </Frame>
    )
  }
  const { destinations, vault } = listing
  const form =
    editing === null ? null : (
      <DestinationForm
        key={editing.destination?.id ?? editing.kind}
        id={editing.destination?.id ?? null}
        initial={editing.destination === null ? emptyDraft(editing.kind) : draftOf(editing.destination)}
        hasSecret={editing.destination?.hasSecret ?? false}
        vault={vault}
        onDone={() => setEditing(null)}
      />
    )
  const additions = !mayChange ? (
    <p className="deliver-soft">{t('people.only-administrator')}</p>
  ) : (
    <div className="deliver-buttons">
      {DESTINATION_KINDS.map((kind) => (
        <Button
          key={kind}
          icon={kind === 'folder' ? <Folder aria-hidden size={16} /> : <Globe aria-hidden size={16} />}
          onPress={() => setEditing({ destination: null, kind })}
        >
          {t(`destinations.add-${kind}`)}
        </Button>
      ))}
    </div>
  )
  return (
    <Frame ref={screen} title={t('destinations.title')}>
      {destinations.length === 0 && editing === null ? (
        <EmptyState icon={<Send aria-hidden size={32} />} title={t('destinations.empty-title')} actions={additions}>
          <p>{t('destinations.empty-text')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="deliver-soft">{t('destinations.intro')}</p>
          <ul className="deliver-list">
            {destinations.map((destination) => (
              <li key={destination.id} data-id={destination.id} data-testid="destination">
                {editing?.destination?.id === destination.id ? (
                  form
                ) : (
                  <DestinationRow
                    destination={destination}
                    onEdit={() => setEditing({ destination, kind: destination.config.kind })}
                    onRemove={() => setRemoving(destination)}
                  />
                )}
              </li>
            ))}
          </ul>
          {editing !== null && editing.destination === null ? form : null}
          {editing === null ? additions : null}
        </>
      )}
      {removing === null ? null : <RemovalDialog destination={removing} onClose={() => setRemoving(null)} />}
    </Frame>
  )
}

/** @returns the selector of the button that opens a form. */
function opener({ destination, kind }: Editing): string {
  if (destination !== null) return `[data-id="${CSS.escape(destination.id)}"] button`
  return `.deliver-buttons button:nth-child(${DESTINATION_KINDS.indexOf(kind) + 1})`
}

type DestinationRowProps = { destination: Destination; onEdit: () => void; onRemove: () => void }

function DestinationRow({ destination, onEdit, onRemove }: DestinationRowProps) {
  const t = useT()
  const mayRemove = useMay('destinations.remove').may
  const { name, config, hasSecret } = destination
  const Icon = config.kind === 'folder' ? Folder : Globe
  return (
    <div className="destination-row">
      <Icon aria-hidden size={20} className="destination-icon" />
      <div className="destination-words">
        <span className="destination-name">{name}</span>
        <span className="deliver-soft">
          {t(`deliver.kind-${config.kind}`)} ·{' '}
          <bdi dir="ltr" className="destination-place">
            <PathText path={config.kind === 'folder' ? config.folder : config.address} />
          </bdi>
        </span>
        {config.kind === 'folder' && config.readByOthers ? (
          <span className="deliver-soft">{t('destinations.read-by-others')}</span>
        ) : null}
        {hasSecret ? null : <span className="deliver-attention">{t('destinations.no-secret')}</span>}
      </div>
      <IconButton label={t('destinations.edit', { name })} icon={<Pencil aria-hidden size={16} />} onPress={onEdit} />
      {mayRemove ? (
        <IconButton
          label={t('destinations.remove', { name })}
          icon={<Trash2 aria-hidden size={16} />}
          onPress={onRemove}
        />
      ) : null}
    </div>
  )
}
