import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** The buttons, the primary one first. */
  actions: ReactNode
  /** For long texts. */
  isWide?: boolean
}

/** A modal dialog. Escape and a click outside close it. */
export function Dialog({ title, isOpen, onClose, children, actions, isWide = false }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={isWide ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog className="dialog-content">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
