import { createFileRoute } from '@tanstack/react-router';
import { ReviewsPage } from '../../registry/ReviewsPage.tsx';
import { readReviewSearch } from '../../registry/reviews-search.ts';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/reviews')({
  validateSearch: readReviewSearch,
  component: guarded('review.settle', ReviewsPage),
});
