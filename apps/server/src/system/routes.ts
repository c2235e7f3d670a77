import { contract } from '@forest/api';
import { may, procedures, signedIn } from '../platform/http/procedures.ts';
import { cancelJob, getJob, listJobs } from './jobs.ts';
import { listAudit } from './list-audit.ts';
import { showDistrict } from './show-district.ts';
import { verifyTrail } from './verify-audit.ts';
import { showWorkbench } from './workbench.ts';

const os = procedures(contract.system);
const mayAudit = may('audit.read');

/** `contract.system`. */
export const router = os.router({
  audit: {
    list: os.audit.list.use(mayAudit).handler(({ input, context }) => listAudit(input, context)),
    verify: os.audit.verify.use(mayAudit).handler(({ context }) => verifyTrail(context)),
  },
  jobs: {
    list: os.jobs.list.use(signedIn).handler(({ input, context }) => listJobs(input, context)),
    get: os.jobs.get.use(signedIn).handler(({ input, context }) => getJob(input, context)),
    cancel: os.jobs.cancel.use(signedIn).handler(({ input, context }) => cancelJob(input, context)),
  },
  district: os.district.handler(({ context }) => showDistrict(context)),
  workbench: os.workbench.use(signedIn).handler(({ context }) => showWorkbench(context)),
});
