package org.sharaka.chassis.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Starts the service over HTTP on a free port, with the Kafka broker and the MongoDB
 * server of {@link TestInfrastructure}. Each class has topics, a database and a running
 * service of its own, unless it is {@link #shared}. Every response over HTTP is compared
 * with the service's OpenAPI document. After the class, every event that was published is
 * checked against its contract, strictly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface ServiceIntegrationTest {

	/**
	 * Whether all classes of the module that set this run against one running service,
	 * with the same topics and the same database, which starts once. Such a class must
	 * not expect that its own data is the only data.
	 */
	boolean shared() default false;

}
