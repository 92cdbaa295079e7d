import type { ImportList } from '../../domain/imports/fields.ts'
import type { ImportGround } from '../../domain/imports/rows.ts'
import type { ListedCode } from '../../domain/imports/words.ts'
import type { QueryContext } from '../context.ts'

const SEX: readonly ListedCode[] = [
  { code: 'male', label: '男' },
  { code: 'female', label: '女' },
]
const YES_NO: readonly ListedCode[] = [
  { code: 'yes', label: '是' },
  { code: 'no', label: '否' },
]

/** The lists of codes that an old register's words may stand for, from the pack in force. */
export function importGround({ pack, today }: Pick<QueryContext, 'pack' | 'today'>): ImportGround {
  const { codes } = pack
  const stages = new Map(codes.matterTypes.flatMap(type => type.stages).map(stage => [stage.code, stage]))
  const lists: Record<ImportList, readonly ListedCode[]> = {
    channels: codes.channels,
    consultationOutcomes: codes.consultationOutcomes,
    matterTypes: codes.matterTypes,
    stages: [...stages.values()],
    personCategories: codes.personCategories,
    sex: SEX,
    yesNo: YES_NO,
  }
  return {
    lists,
    stagesOf: matterType => codes.matterTypes.find(type => type.code === matterType)?.stages ?? [],
    certificateKinds: codes.certificateKinds,
    today,
  }
}
