import { contract } from '@forest/api';
import { may, procedures, signedIn } from '../platform/http/procedures.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import { revealContact } from './contact/reveal-contact.ts';
import { getDossier } from './dossier/get-dossier.ts';
import { dismissDuplicate } from './duplicates/dismiss-duplicate.ts';
import { listDuplicates } from './duplicates/list-duplicates.ts';
import { createEnterprise } from './enterprise/create-enterprise.ts';
import { moveMany } from './enterprise/move-many.ts';
import { setEnterpriseState } from './enterprise/set-state.ts';
import { updateEnterprise } from './enterprise/update-enterprise.ts';
import { correctFact } from './facts/correct-fact.ts';
import { factHistory } from './facts/fact-history.ts';
import { listConflicts } from './facts/list-conflicts.ts';
import { settleConflict } from './facts/settle-conflict.ts';
import { importRouter } from './import/index.ts';
import { listEnterprises } from './list/list-enterprises.ts';
import { forgetTotals } from './list/totals.ts';
import { mergeEnterprises } from './merge/merge-enterprises.ts';
import { undoMerge } from './merge/undo-merge.ts';
import { addQualification } from './qualification/add-qualification.ts';
import { revokeQualification } from './qualification/revoke-qualification.ts';
import { listReviews } from './review/list-reviews.ts';
import { settleReview } from './review/settle-review.ts';
import type { UseCase } from './use-case.ts';
import { listViews, removeView, saveView } from './views/saved-views.ts';
import { programVocabulary } from './vocabulary/program-vocabulary.ts';

const os = procedures(contract.registry);

type Handling<Input> = { input: Input; context: RequestContext };

const useCaseOf = (context: RequestContext): UseCase => ({ ...context, vocabulary: programVocabulary() });

/** A use case as a handler. */
function reads<Input, Output>(run: (input: Input, given: UseCase) => Promise<Output>) {
  return ({ input, context }: Handling<Input>) => run(input, useCaseOf(context));
}

/** Likewise, for one that changes data: large totals are counted anew after it. */
function changes<Input, Output>(run: (input: Input, given: UseCase) => Promise<Output>) {
  return async ({ input, context }: Handling<Input>) => {
    const output = await run(input, useCaseOf(context));
    forgetTotals(context.db);
    return output;
  };
}

const mayRead = may('enterprise.read');
const mayEdit = may('enterprise.edit');
const mayMerge = may('enterprise.merge');
const mayCertify = may('qualification.edit');

export const router = {
  enterprises: {
    list: os.enterprises.list.use(mayRead).handler(reads(listEnterprises)),
    get: os.enterprises.get.use(mayRead).handler(reads(getDossier)),
    create: os.enterprises.create.use(mayEdit).handler(changes(createEnterprise)),
    update: os.enterprises.update.use(mayEdit).handler(changes(updateEnterprise)),
    setState: os.enterprises.setState.use(mayEdit).handler(changes(setEnterpriseState)),
    moveMany: os.enterprises.moveMany.use(mayEdit).handler(changes(moveMany)),
  },
  facts: {
    history: os.facts.history.use(mayRead).handler(reads(factHistory)),
    correct: os.facts.correct.use(may('fact.correct')).handler(changes(correctFact)),
  },
  conflicts: {
    list: os.conflicts.list.use(mayRead).handler(reads(listConflicts)),
    settle: os.conflicts.settle.use(may('conflict.settle')).handler(changes(settleConflict)),
  },
  reviews: {
    list: os.reviews.list.use(mayRead).handler(reads(listReviews)),
    settle: os.reviews.settle.use(may('review.settle')).handler(changes(settleReview)),
  },
  qualifications: {
    add: os.qualifications.add.use(mayCertify).handler(changes(addQualification)),
    revoke: os.qualifications.revoke.use(mayCertify).handler(changes(revokeQualification)),
  },
  contacts: { reveal: os.contacts.reveal.use(may('contact.reveal')).handler(reads(revealContact)) },
  duplicates: {
    list: os.duplicates.list.use(mayRead).handler(reads(listDuplicates)),
    merge: os.duplicates.merge.use(mayMerge).handler(changes(mergeEnterprises)),
    undo: os.duplicates.undo.use(mayMerge).handler(changes(undoMerge)),
    dismiss: os.duplicates.dismiss.use(mayMerge).handler(reads(dismissDuplicate)),
  },
  imports: importRouter,
  views: {
    list: os.views.list.use(signedIn).handler(reads(listViews)),
    save: os.views.save.use(signedIn).handler(reads(saveView)),
    remove: os.views.remove.use(signedIn).handler(reads(removeView)),
  },
};
