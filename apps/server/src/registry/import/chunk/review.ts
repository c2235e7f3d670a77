import type { Text } from '@forest/domain';
import { type Gazetteer, type PlaceDoubt, placeDoubt } from '@forest/intake';
import type { ReviewKind } from '../../schema/dossier-rows.ts';
import type { CodeStatus } from '../../schema/enterprise-rows.ts';

/** A question for a person about one enterprise. */
export interface Review {
  enterpriseId: number;
  kind: ReviewKind;
  about: string;
  message: Text;
  detail: Record<string, unknown>;
}

interface Place {
  address: string | null;
  creditCode: string | null;
  codeStatus: CodeStatus;
}

/** What is doubtful about where an enterprise sits and which code it carries; asked when either is new. */
export function placeReviews(enterpriseId: number, place: Place, home: string | null, gazetteer: Gazetteer): Review[] {
  const reviews: Review[] = [];
  const doubt = placeDoubt(place, home, gazetteer);
  const { address, creditCode, codeStatus } = place;
  if (doubt)
    reviews.push({
      enterpriseId,
      kind: 'address_code_mismatch',
      about: '',
      message: doubtTexts[doubt],
      detail: { doubt, address, creditCode },
    });
  const codeText = codeTexts[codeStatus];
  if (codeText)
    reviews.push({
      enterpriseId,
      kind: 'credit_code',
      about: '',
      message: codeText,
      detail: { codeStatus, creditCode },
    });
  return reviews;
}

const doubtTexts: Record<PlaceDoubt, Text> = {
  codeElsewhere: {
    zh: '地址在本区，但信用代码的登记机关在其他地区。请核实是否为迁入企业',
    en: 'The address lies in this district, the registry of its code elsewhere. Check whether it moved in',
  },
  codeAbove: {
    zh: '地址在本区，信用代码由市级或省级登记机关核发，不能据此判断所在区。请核实地址',
    en: 'The address lies in this district; the code was issued by the city or province and says nothing. Check the address',
  },
  addressElsewhere: {
    zh: '信用代码的登记机关在本区，但地址在其他区。请核实是否已迁出',
    en: 'The registry of the code is this district, the address lies elsewhere. Check whether it moved out',
  },
  bothElsewhere: {
    zh: '地址和信用代码都不在本区。请核实是否应列入本区名录',
    en: 'Neither address nor code belongs to this district. Check whether it belongs on the list',
  },
  addressOpen: {
    zh: '信用代码的登记机关在本区，但地址没有写明所在区。请核实地址',
    en: 'The registry of the code is this district, but the address names none. Check the address',
  },
};

const codeTexts: Partial<Record<CodeStatus, Text>> = {
  old: {
    zh: '登记的是旧注册号，尚未换发统一社会信用代码。请补充 18 位代码',
    en: 'An old registration number. Supply the 18-character credit code',
  },
  check_fails: {
    zh: '信用代码的校验位不符。请对照营业执照核对',
    en: 'The check character of the credit code does not fit. Compare it with the licence',
  },
  malformed: {
    zh: '代码既不是统一社会信用代码，也不是可识别的旧注册号。请补充 18 位代码',
    en: 'Neither a credit code nor a known old number. Supply the 18-character credit code',
  },
};

export function nameChangeReview(enterpriseId: number, from: string, to: string): Review {
  return {
    enterpriseId,
    kind: 'name_change',
    about: '',
    message: {
      zh: `导入文件中的名称为“${to}”，登记库原名称为“${from}”，已按文件更新。请核实是否更名`,
      en: `The file says "${to}", the register said "${from}"; updated from the file. Check whether it was renamed`,
    },
    detail: { from, to },
  };
}

export function twinReview(enterpriseId: number, twinId: number, name: string): Review {
  return {
    enterpriseId,
    kind: 'duplicate',
    about: String(twinId),
    message: {
      zh: `另有一家同名企业“${name}”，信用代码不同。请核实是否同一家`,
      en: `Another enterprise called "${name}" has a different code. Check whether they are the same`,
    },
    detail: { other: twinId },
  };
}
