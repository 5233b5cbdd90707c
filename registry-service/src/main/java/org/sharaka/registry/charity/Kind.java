package org.sharaka.registry.charity;

/** Kinds of body that the ministry registers. */
public enum Kind {

	/** جمعية أهلية. */
	ASSOCIATION,
	/** مؤسسة أهلية. */
	FOUNDATION,
	/** مركز. */
	CENTRE,
	/** حملة. */
	CAMPAIGN,
	/** مجلس تنسيق. */
	COORDINATION_COUNCIL,
	/** اتحاد نوعي. */
	FEDERATION,
	/** لجنة تنمية. */
	DEVELOPMENT_COMMITTEE,
	/** جهة مانحة. */
	DONOR,
	/** جمعية تعاونية. */
	COOPERATIVE

}
