package org.sharaka.notification.template;

/**
 * A notice in words.
 *
 * @param subject one line, for the mail
 * @param text the mail as text/plain
 * @param html the mail as a whole HTML document that states language and direction
 * @param sms one line, without invisible marks (each would cost a unit, and force UCS-2
 * on Latin text)
 */
public record RenderedNotice(String subject, String text, String html, String sms) {

}
