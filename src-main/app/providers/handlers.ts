import { listHandlers, listProviders } from '../../store/provider-store.ts'
import { command, type HandlersOf, query } from '../context.ts'
import { createHandler } from './create-handler.ts'
import { createProvider } from './create-provider.ts'
import { handlerViewOf } from './handler-view.ts'
import { updateHandler } from './update-handler.ts'
import { updateProvider } from './update-provider.ts'

/** Providers (承办机构) and their handlers (承办人). */
export const providerHandlers: HandlersOf<'providers'> = {
  'providers.list': query(async ({ db }) => {
    const [providers, handlers] = [await listProviders(db), await listHandlers(db)]
    return providers.map(one => ({
      ...one,
      handlers: handlers.filter(handler => handler.handler.providerId === one.id).map(handlerViewOf),
    }))
  }),
  'providers.create': command(createProvider),
  'providers.update': command(updateProvider),
  'providers.createHandler': command(createHandler),
  'providers.updateHandler': command(updateHandler),
}
