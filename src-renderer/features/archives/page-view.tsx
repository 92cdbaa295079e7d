import { ActionIcon, Modal, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useKeys } from '../../ui/keys.ts'
import { usePageImage } from './page-images.ts'
import { placeOf, type Side, type Volume } from './volume-types.ts'

export type PageViewProps = {
  readonly volume: Volume
  readonly pageId: string
  readonly onPage: (side: Side) => void
  readonly onClose: () => void
}

/** One side on the full window, large enough to read; the arrow keys turn the pages. */
export function PageView({ volume, pageId, onPage, onClose }: PageViewProps) {
  const sides = volume.contents.flatMap(item => item.pages)
  const index = sides.findIndex(side => side.id === pageId)
  const place = placeOf(volume, pageId)
  const turn = (step: number) => {
    const next = sides[index + step]
    if (next) onPage(next)
  }
  useKeys([
    { keys: 'ArrowLeft', label: '上一面', run: () => turn(-1), inDialog: true },
    { keys: 'ArrowRight', label: '下一面', run: () => turn(1), inDialog: true },
  ])
  const longest = Math.ceil(1400 * Math.min(2, window.devicePixelRatio))
  const side = place?.side ?? { attachment: '', sourcePage: 1 }
  const image = usePageImage(
    { volume: volume.id, attachment: side.attachment, sourcePage: side.sourcePage },
    longest,
    place !== null,
  )
  if (!place) return null
  const name = place.side.isBlank ? '空白面，不编页' : `第 ${place.side.number} 页`
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={`${place.item.title}　${name}`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <div className="page-view">
        <Tooltip label="上一面　←">
          <ActionIcon variant="default" size={36} aria-label="上一面" disabled={index <= 0} onClick={() => turn(-1)}>
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <div className="page-view-sheet">
          {image.failed ? (
            <p className="red">这一面打不开，请重新扫描</p>
          ) : (
            image.address && <img src={image.address} alt={`${place.item.title} ${name}`} />
          )}
        </div>
        <Tooltip label="下一面　→">
          <ActionIcon
            variant="default"
            size={36}
            aria-label="下一面"
            disabled={index >= sides.length - 1}
            onClick={() => turn(1)}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </Modal>
  )
}
