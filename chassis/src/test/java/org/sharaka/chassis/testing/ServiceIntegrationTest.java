package org.sharaka.chassis.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/**
 * Starts the service for one test class, over HTTP on a free port, with a Kafka broker
 * (one for all classes, topics of the class's own) and a MongoDB database of the class's
 * own: on {@code MONGODB_URI} if that is set, else embedded. Every response over HTTP is
 * compared with the service's OpenAPI document. After the class, every event that was
 * published is checked against its contract, strictly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
public @interface ServiceIntegrationTest {

}
