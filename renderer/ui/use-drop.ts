import { useState, type DragEvent } from 'react'

type DropProps = {
  onDragOver: (event: DragEvent) => void
  onDragLeave: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}

/**
 * Takes files that are dropped on an element.
 * @returns what the element needs, and whether a file is held over it now.
 */
export function useDrop(onFile: (file: File) => void): { isOver: boolean; dropProps: DropProps } {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    dropProps: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return
        // Without this the browser opens the file instead.
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event) {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!inside) setOver(false)
      },
      onDrop(event) {
        const file = event.dataTransfer.files[0]
        if (file === undefined) return
        event.preventDefault()
        setOver(false)
        onFile(file)
      },
    },
  }
}
