package kiosk

import (
	"context"
	"fmt"
	"reflect"
)

// service is the methods of one bound struct, by name.
type service map[string]method

// method is a bound method and the shape of its answer.
type method struct {
	call   reflect.Value
	params []reflect.Type
	value  bool // Its first result is a value.
	fails  bool // Its last result is an error.
}

var (
	errorType   = reflect.TypeFor[error]()
	contextType = reflect.TypeFor[context.Context]()
)

// inspectServices reads the services' methods. It refuses at the start what a
// screen could not call: the desktop window would generate a binding for it that
// does not work either.
func inspectServices(structs []any) (map[string]service, error) {
	services := map[string]service{}
	for _, bound := range structs {
		value := reflect.ValueOf(bound)
		if value.Kind() != reflect.Pointer || value.Elem().Kind() != reflect.Struct {
			return nil, fmt.Errorf("service %T is not a pointer to a struct", bound)
		}
		name := value.Elem().Type().Name()
		if _, taken := services[name]; taken {
			return nil, fmt.Errorf("two services are named %s", name)
		}
		methods := service{}
		for i := range value.NumMethod() {
			method, err := inspectMethod(value.Method(i))
			if err != nil {
				return nil, fmt.Errorf("method %s.%s %w", name, value.Type().Method(i).Name, err)
			}
			methods[value.Type().Method(i).Name] = method
		}
		services[name] = methods
	}
	return services, nil
}

func inspectMethod(call reflect.Value) (method, error) {
	t := call.Type()
	m := method{call: call}
	if t.IsVariadic() {
		return m, fmt.Errorf("takes any number of arguments")
	}
	for i := range t.NumIn() {
		if t.In(i) == contextType {
			return m, fmt.Errorf("takes a context, which no screen can give")
		}
		m.params = append(m.params, t.In(i))
	}
	results := t.NumOut()
	if results > 0 && t.Out(results-1) == errorType {
		m.fails = true
		results--
	}
	m.value = results == 1
	if results > 1 {
		return m, fmt.Errorf("returns %d values", results)
	}
	return m, nil
}
