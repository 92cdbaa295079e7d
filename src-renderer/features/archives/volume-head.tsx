import { Button } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { Link } from 'wouter'
import { PageHead } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { OwnPapersMenu } from './own-papers-menu.tsx'
import type { VolumeEdits } from './use-volume-edits.ts'
import type { Volume } from './volume-types.ts'

export type VolumeHeadProps = {
  readonly volume: Volume
  readonly edits: VolumeEdits
  readonly isReadOnly: boolean
  /** Scans are on their way in. */
  readonly isBusy: boolean
  readonly onForm: () => void
  /** Adds scans to the selected line of the order; null while none is selected. */
  readonly onAdd: (() => void) | null
}

/** Head of the volume's screen: which case, how thick it is and how long it is kept, and the ways to fill it. */
export function VolumeHead({ volume, edits, isReadOnly, isBusy, onForm, onAdd }: VolumeHeadProps) {
  const isSealed = volume.status === 'sealed'
  return (
    <PageHead
      crumb={
        <>
          <Link href="/archives">档案</Link> / {isSealed ? '案卷' : '案卷整理'}　一案一卷
        </>
      }
      title={`${volume.caseNumber}　${volume.title}`}
      tags={isSealed ? <Tag tone="green">已封卷　{volume.archiveNumber}</Tag> : undefined}
      actions={
        <>
          <VolumeFacts volume={volume} />
          {!isReadOnly && (
            <>
              <Button variant="default" onClick={onForm}>
                案卷信息
              </Button>
              <OwnPapersMenu volume={volume} edits={edits} disabled={isBusy} />
              <Button
                variant="default"
                leftSection={<IconScan size={18} aria-hidden />}
                disabled={onAdd === null || isBusy}
                onClick={() => onAdd?.()}
              >
                加入扫描件
              </Button>
            </>
          )}
        </>
      }
    />
  )
}

function VolumeFacts({ volume }: { readonly volume: Volume }) {
  return (
    <div className="volume-facts note soft right">
      <div>
        {volume.pages} 页　{volume.sheets} 张　约 {volume.thicknessMillimetres.toFixed(1)} mm
      </div>
      <div>
        保管期限　{volume.retentionLabel}　{volume.secrecy === 'restricted' ? '密卷' : ''}
      </div>
    </div>
  )
}
