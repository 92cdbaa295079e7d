import { CUSTODY_LIMIT } from '../domain/custody.ts'
import { SELF } from '../domain/representation.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import { type Fault, unknownCodes } from './schema-faults.ts'

/** What is wrong between the parts of the application form's rules (申请表规则): codes that no list of the pack has. */
export function applicationFaults({ application, codes, time }: RulePack): Fault[] {
  const kinds = new Set(codes.agentKinds.map(kind => kind.code))
  const grounds = new Set(application.grounds.map(ground => ground.code))
  const scopes = new Set(codes.scopes.map(scope => scope.code))
  return [
    ...(kinds.has(SELF) ? [] : [{ path: ['codes', 'agentKinds'], message: `缺少申请方式“${SELF}”（本人申请）` }]),
    ...(time.hourLimits.some(limit => limit.id === CUSTODY_LIMIT)
      ? []
      : [{ path: ['time', 'hourLimits'], message: `缺少时限“${CUSTODY_LIMIT}”` }]),
    ...application.relations.flatMap((one, index) =>
      unknownCodes(one.kinds, kinds, ['application', 'relations', index, 'kinds']),
    ),
    ...application.grounds.flatMap((one, index) => unknownCodes(one.kinds, kinds, ['application', 'grounds', index, 'kinds'])),
    ...application.materials.flatMap(({ when }, index) => {
      const path = ['application', 'materials', index, 'when']
      return [
        ...unknownCodes(when.representations ?? [], kinds, [...path, 'representations']),
        ...unknownCodes(when.representationGrounds ?? [], grounds, [...path, 'representationGrounds']),
        ...unknownCodes(when.scopes ?? [], scopes, [...path, 'scopes']),
      ]
    }),
  ]
}
