package org.sharaka.chassis.testing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Connects the service under test to the test infrastructure. Classes with the same name
 * for topics and database share one application context.
 */
public class ServiceIntegrationTestCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return AnnotatedElementUtils.hasAnnotation(testClass, ServiceIntegrationTest.class)
				? new Customizer(TestInfrastructure.uniqueName(testClass)) : null;
	}

	private record Customizer(String name) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			Map<String, Object> settings = Map.of("spring.mongodb.uri", TestInfrastructure.mongodbUri(),
					"sharaka.database", this.name, "spring.kafka.bootstrap-servers", TestInfrastructure.kafka(),
					"spring.cloud.stream.kafka.binder.brokers", TestInfrastructure.kafka(), "sharaka.topics.prefix",
					this.name + ".");
			context.getBeanFactory().registerSingleton("documentedResponseCheck", new DocumentedResponseCheck());
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("testInfrastructure", settings));
		}

	}

}
